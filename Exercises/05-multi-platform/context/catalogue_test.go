package main

import (
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
)

func TestThePrintedCatalogueIsRead(t *testing.T) {
	books, err := ReadCatalogue(printed)
	if err != nil {
		t.Fatal(err)
	}
	if len(books) != 11 || books[2] != (Book{"B 04", "Lem Stanislaw", "Solaris"}) {
		t.Errorf("got %d books, the third is %v", len(books), books[2])
	}
}

func TestOtherTextIsNoCatalogue(t *testing.T) {
	for _, text := range []string{"", "a,b,c\n1,2,3\n", "shelf,author,title\nA 1,Nobody\n"} {
		if books, err := ReadCatalogue(text); err == nil {
			t.Errorf("%q gives %v", text, books)
		}
	}
}

func TestEveryWordHasToOccur(t *testing.T) {
	books, _ := ReadCatalogue(printed)
	for query, shelves := range map[string]string{
		"the":          "A 12 B 17 C 02 C 09 D 15 E 01",
		"THE mountain": "C 09",
		"nesbit five":  "E 08",
		"nesbit night": "",
		"  ":           "",
	} {
		found := []string{}
		for _, book := range Search(books, query) {
			found = append(found, book.Shelf)
		}
		if got := strings.Join(found, " "); got != shelves {
			t.Errorf("%q: %q, not %q", query, got, shelves)
		}
	}
}

func TestThePlatformIsTold(t *testing.T) {
	answer := httptest.NewRecorder()
	Routes(nil).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/platform", nil))
	if !strings.Contains(answer.Body.String(), `"architecture":"`+runtime.GOARCH+`"`) {
		t.Errorf("got %s", answer.Body)
	}
}
