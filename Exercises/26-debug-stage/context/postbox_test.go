package main

import (
	"bufio"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

func TestTheLongestPrefixCounts(t *testing.T) {
	found, err := readRoutes(strings.NewReader("1 east\n10 harbour # since spring\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	for postcode, wanted := range map[string]string{"1099": "harbour", "1150": "east", "77": ""} {
		if tray, _ := found.tray(postcode); tray != wanted {
			t.Errorf("%s goes to %q, not to %q", postcode, tray, wanted)
		}
	}
}

func TestBadRoutesAreRefused(t *testing.T) {
	for _, text := range []string{"", "# nothing", "1 east west"} {
		if found, err := readRoutes(strings.NewReader(text)); err == nil {
			t.Errorf("%q is read as %v", text, found)
		}
	}
}

func TestTheRoutesThatAreShippedAreGood(t *testing.T) {
	source, err := os.Open("routes.conf")
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	if _, err := readRoutes(source); err != nil {
		t.Error(err)
	}
}

func TestACardIsReportedToTheOffice(t *testing.T) {
	office, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer office.Close()
	reported := make(chan string, 1)
	go func() {
		connection, err := office.Accept()
		if err != nil {
			reported <- err.Error()
			return
		}
		line, _ := bufio.NewReader(connection).ReadString('\n')
		reported <- line
	}()

	box := postbox{routes{"2": "north"}, office.Addr().String()}
	recorder := httptest.NewRecorder()
	box.handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/cards?to=2040", nil))
	if recorder.Code != http.StatusCreated {
		t.Errorf("status %d: %s", recorder.Code, recorder.Body)
	}
	if line := <-reported; line != "card north\n" {
		t.Errorf("the office got %q", line)
	}
}

func TestAnOfficeOutOfReachIsToldWithItsAddress(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	recorder := httptest.NewRecorder()
	box := postbox{routes{"2": "north"}, closed.Addr().String()}
	box.handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/office", nil))
	if recorder.Code != http.StatusBadGateway || !strings.Contains(recorder.Body.String(), closed.Addr().String()) {
		t.Errorf("status %d: %s", recorder.Code, recorder.Body)
	}
}
