package main

import (
	"sort"
	"sync"
)

// Hive is what is known of one hive. Weights are in kilograms.
type Hive struct {
	Name     string  `json:"name"`
	Weight   float64 `json:"weight"`
	Readings int     `json:"readings"`
}

// Apiary holds the latest weight of every hive. It may be used by several requests at once.
type Apiary struct {
	mutex sync.Mutex
	hives map[string]Hive
	drop  float64
}

// NewApiary returns an apiary without hives, for which a loss of at least drop kilograms is an alarm.
func NewApiary(drop float64) *Apiary {
	return &Apiary{hives: map[string]Hive{}, drop: drop}
}

// Record keeps a reading and tells how much lighter the hive is, when that is worth an alarm; otherwise zero.
func (a *Apiary) Record(name string, weight float64) float64 {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	hive, known := a.hives[name]
	lost := hive.Weight - weight
	a.hives[name] = Hive{Name: name, Weight: weight, Readings: hive.Readings + 1}
	if !known || lost < a.drop {
		return 0
	}
	return lost
}

// Hives returns all hives, ordered by name.
func (a *Apiary) Hives() []Hive {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	hives := make([]Hive, 0, len(a.hives))
	for _, hive := range a.hives {
		hives = append(hives, hive)
	}
	sort.Slice(hives, func(i, j int) bool { return hives[i].Name < hives[j].Name })
	return hives
}
