// Postbox sorts postcards into trays and reports them to the sorting office.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const address = ":8080"

func main() {
	check := flag.Bool("check", false, "ask the running postbox whether it is well, and end with status 0 or 1")
	file := flag.String("routes", "/app/routes.conf", "the file of the routes")
	flag.Parse()
	if *check {
		os.Exit(probe())
	}
	if err := serve(*file, os.Getenv("POSTBOX_OFFICE")); err != nil {
		log.Fatal("postbox: ", err)
	}
}

// serve answers until the process is told to end.
func serve(file, office string) error {
	if office == "" {
		return errors.New("POSTBOX_OFFICE is not set")
	}
	source, err := os.Open(file)
	if err != nil {
		return err
	}
	found, err := readRoutes(source)
	source.Close()
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}

	server := &http.Server{Addr: address, Handler: postbox{found, office}.handler(), ReadHeaderTimeout: 5 * time.Second}
	ended, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	closed := make(chan error, 1)
	go func() {
		<-ended.Done()
		patience, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		closed <- server.Shutdown(patience)
	}()

	log.Printf("postbox: %d routes, office %s, listening on %s", len(found), office, address)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-closed
}

// probe is what the health check runs: an image without a shell has no other program.
func probe() int {
	client := http.Client{Timeout: 2 * time.Second}
	response, err := client.Get("http://127.0.0.1" + address + "/health")
	if err != nil {
		return 1
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}
