// Maproom shows the maps and tracks of a hiking club to browsers and to the apps on people's phones.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Where the image has what maproom needs.
const (
	typesFile  = "/etc/maproom/mime.types"
	mapsFolder = "/srv/maps"
)

func main() {
	file, err := os.Open(setting("TYPES_FILE", typesFile))
	if err != nil {
		log.Fatal(err)
	}
	types, err := ReadTypes(file)
	file.Close()
	if err != nil {
		log.Fatalf("%s: %v", file.Name(), err)
	}
	room := Room{Types: types, Maps: os.DirFS(setting("MAPS_FOLDER", mapsFolder))}
	server := &http.Server{
		Addr:              ":" + setting("PORT", "8080"),
		Handler:           room.Routes(),
		ReadHeaderTimeout: 5 * time.Second,
	}

	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	go func() {
		<-stop.Done()
		end, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := server.Shutdown(end); err != nil {
			log.Printf("shutdown: %v", err)
		}
	}()

	log.Printf("%d kinds of files are known, listening on %s", len(types), server.Addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func setting(name, standard string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return standard
}
