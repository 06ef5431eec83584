package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Types says of which media type a file is, by the ending of its name.
type Types map[string]string

// ReadTypes reads a list in nginx's format:
//
//	types {
//	    text/html  html htm;
//	}
func ReadTypes(source io.Reader) (Types, error) {
	words, err := split(source)
	if err != nil {
		return nil, err
	}
	if len(words) < 2 || words[0] != "types" || words[1] != "{" {
		return nil, errors.New("a list of types begins with `types {`")
	}
	types := Types{}
	kind := ""
	for _, word := range words[2:] {
		switch {
		case word == "}":
			if kind != "" {
				return nil, fmt.Errorf("%s has no end", kind)
			}
			return types, nil
		case word == ";":
			kind = ""
		case kind == "":
			kind = word
		default:
			types[strings.ToLower(word)] = kind
		}
	}
	return nil, errors.New("the list has no end")
}

// Of returns the media type of a file name; that of unknown bytes where its ending is not in the list.
func (t Types) Of(name string) string {
	if kind, known := t[strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))]; known {
		return kind
	}
	return "application/octet-stream"
}

// split returns the words; braces and semicolons are words of their own, and comments are left out.
func split(source io.Reader) ([]string, error) {
	var words []string
	lines := bufio.NewScanner(source)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		for _, mark := range []string{"{", "}", ";"} {
			line = strings.ReplaceAll(line, mark, " "+mark+" ")
		}
		words = append(words, strings.Fields(line)...)
	}
	return words, lines.Err()
}
