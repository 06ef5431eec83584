package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

// Routes answers GET /health, GET /hives and POST /hives.
func Routes(apiary *Apiary, alarm *Alarm) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/hives", func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet:
			list(w, apiary)
		case http.MethodPost:
			record(w, r, apiary, alarm)
		default:
			http.Error(w, "GET or POST", http.StatusMethodNotAllowed)
		}
	})
	return mux
}

func list(w http.ResponseWriter, apiary *Apiary) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(apiary.Hives()); err != nil {
		log.Printf("answer: %v", err)
	}
}

func record(w http.ResponseWriter, r *http.Request, apiary *Apiary, alarm *Alarm) {
	var reading struct {
		Name   string  `json:"name"`
		Weight float64 `json:"weight"`
	}
	body := http.MaxBytesReader(w, r.Body, 4096)
	if err := json.NewDecoder(body).Decode(&reading); err != nil || reading.Name == "" || reading.Weight <= 0 {
		http.Error(w, `send {"name": "north", "weight": 41.5}`, http.StatusBadRequest)
		return
	}
	if lost := apiary.Record(reading.Name, reading.Weight); lost > 0 {
		log.Printf("%s has lost %.1f kg", reading.Name, lost)
		if err := alarm.Raise(reading.Name, lost); err != nil {
			log.Printf("alarm: %v", err)
		}
	}
	w.WriteHeader(http.StatusNoContent)
}
