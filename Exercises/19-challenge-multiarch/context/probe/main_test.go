package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestProbe(t *testing.T) {
	cases := []struct {
		name, health, departures, reason string
	}{
		{"well", `{"healthy":true}`, `[{"time":"07:10"}]`, ""},
		{"without its page", `{"healthy":false}`, `[{"time":"07:10"}]`, "not well"},
		{"without ferries", `{"healthy":true}`, `[]`, "no ferry departs"},
		{"no board at all", `<html>`, `[]`, "invalid character"},
	}
	for _, board := range cases {
		mux := http.NewServeMux()
		mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(board.health)) })
		mux.HandleFunc("/api/departures", func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte(board.departures))
		})
		server := httptest.NewServer(mux)
		err := Probe(server.URL)
		server.Close()
		if got := text(err); board.reason == "" && got != "" || !strings.Contains(got, board.reason) {
			t.Errorf("%s: %q", board.name, got)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestNobodyListens(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	if err := Probe(server.URL); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("got %v", err)
	}
	server.Close()
	if err := Probe(server.URL); err == nil {
		t.Error("nobody listens, and that is well")
	}
}
