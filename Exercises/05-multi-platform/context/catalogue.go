package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed catalogue.csv
var printed string

// Book is one line of the catalogue.
type Book struct {
	Shelf  string `json:"shelf"`
	Author string `json:"author"`
	Title  string `json:"title"`
}

// ReadCatalogue reads shelf, author and title from comma-separated lines, the first of which names the columns.
func ReadCatalogue(text string) ([]Book, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != "shelf,author,title" {
		return nil, fmt.Errorf("no catalogue: the first line should be shelf,author,title")
	}
	books := make([]Book, 0, len(rows)-1)
	for _, row := range rows[1:] {
		books = append(books, Book{Shelf: row[0], Author: row[1], Title: row[2]})
	}
	return books, nil
}

// Search returns the books in whose author or title every word of a query occurs, in the catalogue's order.
func Search(books []Book, query string) []Book {
	words := strings.Fields(strings.ToLower(query))
	found := []Book{}
	if len(words) == 0 {
		return found
	}
	for _, book := range books {
		text := strings.ToLower(book.Author + " " + book.Title)
		if containsAll(text, words) {
			found = append(found, book)
		}
	}
	return found
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
