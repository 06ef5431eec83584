package main

import (
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

func TestFrames(t *testing.T) {
	for frame, level := range map[string]int{"$LVL,2314*7E": 2314, "$LVL,-120*64": -120} {
		if got, err := ReadFrame(frame); got != level || err != nil {
			t.Errorf("%s: %d, %v", frame, got, err)
		}
	}
	for frame, reason := range map[string]string{
		"$LVL,2315*7E":  "damaged",
		"$LVL,2314*3":   "damaged",
		"$LVL,2314":     "no frame",
		"$LVL,*1C":      "no frame",
		"$WND,2314*7E":  "no frame",
		"$LVL,23x14*7E": "no frame",
		"":              "no frame",
	} {
		if _, err := ReadFrame(frame); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%q: %v", frame, err)
		}
	}
}

func TestTheRiver(t *testing.T) {
	file, err := os.Open("frames.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	gauge, err := ReadGauge(file)
	if err != nil {
		t.Fatal(err)
	}
	for path, body := range map[string]string{
		"/level":  `{"highest":2314,"latest":2310}`,
		"/health": `{"damaged":1,"frames":5}`,
	} {
		answer := httptest.NewRecorder()
		gauge.Routes().ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		if got := strings.TrimSpace(answer.Body.String()); got != body {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func TestASilentSensor(t *testing.T) {
	answer := httptest.NewRecorder()
	Gauge{}.Routes().ServeHTTP(answer, httptest.NewRequest("GET", "/level", nil))
	if answer.Code != 503 {
		t.Errorf("got %d", answer.Code)
	}
}
