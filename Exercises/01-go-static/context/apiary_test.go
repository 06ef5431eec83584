package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestRecordTellsOfASuddenLoss(t *testing.T) {
	apiary := NewApiary(1.5)
	steps := []struct {
		weight float64
		lost   float64
	}{{40, 0}, {41.25, 0}, {40.25, 0}, {38.25, 2}, {38.5, 0}}
	for _, step := range steps {
		if lost := apiary.Record("north", step.weight); lost != step.lost {
			t.Errorf("at %.2f kg: lost %.2f, not %.2f", step.weight, lost, step.lost)
		}
	}
}

func TestHivesAreOrderedByName(t *testing.T) {
	apiary := NewApiary(1.5)
	apiary.Record("south", 30)
	apiary.Record("north", 40)
	apiary.Record("south", 31)
	hives := apiary.Hives()
	if len(hives) != 2 || hives[0].Name != "north" || hives[1] != (Hive{"south", 31, 2}) {
		t.Errorf("got %v", hives)
	}
}

func TestALossIsPosted(t *testing.T) {
	posts := make(chan string, 1)
	board := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		text := new(strings.Builder)
		r.Write(text)
		posts <- text.String()
	}))
	defer board.Close()
	routes := Routes(NewApiary(1.5), NewAlarm(board.URL))
	for _, body := range []string{`{"name": "north", "weight": 40}`, `{"name": "north", "weight": 37}`} {
		answer := httptest.NewRecorder()
		routes.ServeHTTP(answer, httptest.NewRequest(http.MethodPost, "/hives", strings.NewReader(body)))
		if answer.Code != http.StatusNoContent {
			t.Fatalf("%s: %d", body, answer.Code)
		}
	}
	if post := <-posts; !strings.Contains(post, "north is 3.0 kg lighter") {
		t.Errorf("posted %q", post)
	}
}

func TestNonsenseIsRefused(t *testing.T) {
	answer := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodPost, "/hives", strings.NewReader("{}"))
	Routes(NewApiary(1.5), NewAlarm("")).ServeHTTP(answer, request)
	if answer.Code != http.StatusBadRequest {
		t.Errorf("got %d", answer.Code)
	}
}
