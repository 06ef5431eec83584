package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// routes says which tray a postcode belongs to, by its first digits.
type routes map[string]string

// readRoutes reads lines of a prefix and a tray. Empty lines and what follows a # are left out.
func readRoutes(source io.Reader) (routes, error) {
	found := routes{}
	lines := bufio.NewScanner(source)
	for number := 1; lines.Scan(); number++ {
		text := strings.SplitN(lines.Text(), "#", 2)[0]
		words := strings.Fields(text)
		if len(words) == 0 {
			continue
		}
		if len(words) != 2 {
			return nil, fmt.Errorf("line %d: a prefix and a tray are needed", number)
		}
		found[words[0]] = words[1]
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, errors.New("there is no route")
	}
	return found, nil
}

// tray finds the tray of the longest prefix that fits.
func (r routes) tray(postcode string) (string, bool) {
	for end := len(postcode); end > 0; end-- {
		if tray, known := r[postcode[:end]]; known {
			return tray, true
		}
	}
	return "", false
}
