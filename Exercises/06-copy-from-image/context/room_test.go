package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const list = `# as nginx has it
types {
    text/html                             html htm shtml;
    image/svg+xml                         svg svgz;

    application/vnd.google-earth.kml+xml  kml; # tracks
    application/octet-stream
        bin exe;
}
`

func TestTypesOfNginx(t *testing.T) {
	types, err := ReadTypes(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]string{
		"loop.kml":       "application/vnd.google-earth.kml+xml",
		"LOOP.SVG":       "image/svg+xml",
		"index.htm":      "text/html",
		"program.exe":    "application/octet-stream",
		"unknown.ending": "application/octet-stream",
		"no-ending":      "application/octet-stream",
	} {
		if got := types.Of(name); got != kind {
			t.Errorf("%s: %s, not %s", name, got, kind)
		}
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for _, text := range []string{"", "text/html html", "types {", "types { text/html html }"} {
		if types, err := ReadTypes(strings.NewReader(text)); err == nil {
			t.Errorf("%q gives %v", text, types)
		}
	}
}

func ask(room Room, path string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	room.Routes().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	return answer
}

func TestMapsHaveTheirTypes(t *testing.T) {
	types, _ := ReadTypes(strings.NewReader(list))
	room := Room{Types: types, Maps: fstest.MapFS{"loop.kml": {Data: []byte("<kml/>")}}}
	answer := ask(room, "/maps/loop.kml")
	if kind := answer.Header().Get("Content-Type"); answer.Code != 200 || kind != types["kml"] {
		t.Errorf("%d %s", answer.Code, kind)
	}
	if answer := ask(room, "/"); !strings.Contains(answer.Body.String(), `href="/maps/loop.kml"`) {
		t.Errorf("got %s", answer.Body)
	}
	for path, code := range map[string]int{"/maps/x.kml": 404, "/maps/": 404, "/nothing": 404, "/health": 200} {
		if answer := ask(room, path); answer.Code != code {
			t.Errorf("%s: %d, not %d", path, answer.Code, code)
		}
	}
}

func TestAnEmptyRoomIsNotWell(t *testing.T) {
	if answer := ask(Room{Types: Types{"svg": "image/svg+xml"}, Maps: fstest.MapFS{}}, "/health"); answer.Code != 503 {
		t.Errorf("got %d", answer.Code)
	}
}
