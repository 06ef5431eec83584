package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"strings"
)

// Gauge is what the sensor has said of the river.
type Gauge struct {
	Levels  []int
	Damaged int
}

// ReadGauge reads a frame from each line; lines that are none are counted.
func ReadGauge(source io.Reader) (Gauge, error) {
	gauge := Gauge{Levels: []int{}}
	lines := bufio.NewScanner(source)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		level, err := ReadFrame(line)
		if err != nil {
			log.Print(err)
			gauge.Damaged++
			continue
		}
		gauge.Levels = append(gauge.Levels, level)
	}
	return gauge, lines.Err()
}

// Routes answers GET /level, the latest and the highest, and GET /health.
func (g Gauge) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/level", func(w http.ResponseWriter, _ *http.Request) {
		if len(g.Levels) == 0 {
			http.Error(w, "the sensor has not spoken yet", http.StatusServiceUnavailable)
			return
		}
		answer(w, map[string]int{"latest": g.Levels[len(g.Levels)-1], "highest": highest(g.Levels)})
	})
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]int{"frames": len(g.Levels), "damaged": g.Damaged})
	})
	return mux
}

func highest(levels []int) int {
	top := levels[0]
	for _, level := range levels {
		if level > top {
			top = level
		}
	}
	return top
}

func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Print(err)
	}
}
