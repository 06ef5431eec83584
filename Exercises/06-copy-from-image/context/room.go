package main

import (
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"log"
	"net/http"
	"strings"
)

// Room serves a folder of maps.
type Room struct {
	Types Types
	Maps  fs.FS
}

var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Map room</title>
<h1>Map room</h1>
<ul>
{{range .}}<li><a href="/maps/{{.}}">{{.}}</a></li>
{{end}}</ul>
</html>
`))

// Routes answers GET /, GET /maps/NAME and GET /health.
func (r Room) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", r.list)
	mux.HandleFunc("/maps/", r.show)
	mux.HandleFunc("/health", r.health)
	return mux
}

func (r Room) names() []string {
	entries, err := fs.ReadDir(r.Maps, ".")
	if err != nil {
		log.Print(err)
	}
	names := []string{}
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	return names
}

func (r Room) list(w http.ResponseWriter, request *http.Request) {
	if request.URL.Path != "/" {
		http.NotFound(w, request)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := page.Execute(w, r.names()); err != nil {
		log.Print(err)
	}
}

func (r Room) show(w http.ResponseWriter, request *http.Request) {
	name := strings.TrimPrefix(request.URL.Path, "/maps/")
	bytes, err := fs.ReadFile(r.Maps, name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
			log.Print(err)
		}
		http.NotFound(w, request)
		return
	}
	w.Header().Set("Content-Type", r.Types.Of(name))
	if _, err := w.Write(bytes); err != nil {
		log.Print(err)
	}
}

// health is good when there is something to show.
func (r Room) health(w http.ResponseWriter, _ *http.Request) {
	state := map[string]int{"types": len(r.Types), "maps": len(r.names())}
	w.Header().Set("Content-Type", "application/json")
	if state["types"] == 0 || state["maps"] == 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if err := json.NewEncoder(w).Encode(state); err != nil {
		log.Print(err)
	}
}
