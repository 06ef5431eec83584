package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

// postbox answers for one box: it sorts cards into trays, and reports each card to the sorting office.
type postbox struct {
	routes routes
	// The office's address, host and port.
	office string
}

func (p postbox) handler() http.Handler {
	paths := http.NewServeMux()
	paths.HandleFunc("/health", p.health)
	paths.HandleFunc("/office", p.officeState)
	paths.HandleFunc("/cards", p.card)
	return paths
}

// health tells whether the box can sort. An office that does not answer is no illness of the box.
func (p postbox) health(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusOK, map[string]any{"routes": len(p.routes)})
}

// officeState tries to reach the office, and says what came of it.
func (p postbox) officeState(w http.ResponseWriter, r *http.Request) {
	connection, err := net.DialTimeout("tcp", p.office, 2*time.Second)
	if err != nil {
		answer(w, http.StatusBadGateway, map[string]any{"office": p.office, "error": err.Error()})
		return
	}
	connection.Close()
	answer(w, http.StatusOK, map[string]any{"office": p.office})
}

// card sorts a card by the postcode in ?to=, and reports it to the office.
func (p postbox) card(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		answer(w, http.StatusMethodNotAllowed, map[string]any{"error": "cards are posted"})
		return
	}
	tray, known := p.routes.tray(r.URL.Query().Get("to"))
	if !known {
		answer(w, http.StatusUnprocessableEntity, map[string]any{"error": "no route to this postcode"})
		return
	}
	if err := p.report(tray); err != nil {
		answer(w, http.StatusBadGateway, map[string]any{"tray": tray, "error": err.Error()})
		return
	}
	answer(w, http.StatusCreated, map[string]any{"tray": tray})
}

// report sends the office one line per card.
func (p postbox) report(tray string) error {
	connection, err := net.DialTimeout("tcp", p.office, 2*time.Second)
	if err != nil {
		return err
	}
	defer connection.Close()
	_, err = fmt.Fprintf(connection, "card %s\n", tray)
	return err
}

func answer(w http.ResponseWriter, status int, body map[string]any) {
	var text bytes.Buffer
	if err := json.NewEncoder(&text).Encode(body); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(text.Bytes())
}
