package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Alarm posts to the club's message board, which is reached by HTTPS.
type Alarm struct {
	url    string
	client http.Client
}

// NewAlarm returns an alarm that stays silent when there is no address.
func NewAlarm(url string) *Alarm {
	return &Alarm{url: url, client: http.Client{Timeout: 10 * time.Second}}
}

// Raise sends word that a hive has lost weight.
func (a *Alarm) Raise(hive string, lost float64) error {
	if a.url == "" {
		return nil
	}
	text := fmt.Sprintf("%s is %.1f kg lighter: has a swarm left?", hive, lost)
	body, err := json.Marshal(map[string]string{"text": text})
	if err != nil {
		return err
	}
	answer, err := a.client.Post(a.url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return fmt.Errorf("the message board answered %s", answer.Status)
	}
	return nil
}
