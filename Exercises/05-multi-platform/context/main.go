// Kiosk answers where a book stands. It runs on the boards beside the library's shelves, and on the server in the
// cellar.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

func main() {
	books, err := ReadCatalogue(printed)
	if err != nil {
		log.Fatal(err)
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	server := &http.Server{Addr: ":" + port, Handler: Routes(books), ReadHeaderTimeout: 5 * time.Second}

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

	log.Printf("%d books, %s/%s, port %s", len(books), runtime.GOOS, runtime.GOARCH, port)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

// Routes answers GET /search?q=words, GET /platform and GET /health.
func Routes(books []Book) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/search", func(w http.ResponseWriter, r *http.Request) {
		answer(w, Search(books, r.URL.Query().Get("q")))
	})
	mux.HandleFunc("/platform", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]string{"os": runtime.GOOS, "architecture": runtime.GOARCH})
	})
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]int{"books": len(books)})
	})
	return mux
}

func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Printf("answer: %v", err)
	}
}
