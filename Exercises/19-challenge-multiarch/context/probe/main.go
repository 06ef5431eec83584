// Probe asks a harbour board whether it is well. It ends with status 0 when it is, and with 1, and a reason, when not.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: probe http://127.0.0.1:3000")
		os.Exit(1)
	}
	if err := Probe(strings.TrimSuffix(os.Args[1], "/")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Probe returns why the board at an address is not well; nil when it is.
func Probe(address string) error {
	var state struct {
		Healthy bool `json:"healthy"`
	}
	if err := get(address+"/health", &state); err != nil {
		return err
	}
	if !state.Healthy {
		return errors.New("the board says that it is not well")
	}
	var departures []struct {
		Time string `json:"time"`
	}
	if err := get(address+"/api/departures", &departures); err != nil {
		return err
	}
	if len(departures) == 0 {
		return errors.New("no ferry departs")
	}
	return nil
}

func get(address string, value any) error {
	client := http.Client{Timeout: 2 * time.Second}
	answer, err := client.Get(address)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	if err := json.NewDecoder(answer.Body).Decode(value); err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	return nil
}
