// Command stagecraft-buildkit measures how fast BuildKit reads Dockerfiles that lie in memory.
//
// It is built inside a checkout of github.com/moby/buildkit, from the sources that are vendored there:
//
//	mkdir CHECKOUT/cmd/stagecraft-buildkit
//	cp main.go CHECKOUT/cmd/stagecraft-buildkit/
//	cd CHECKOUT && go build -mod=vendor -o /tmp/stagecraft-buildkit ./cmd/stagecraft-buildkit
//
// The paths of the files come on standard input, one a line, up to an empty line. Each further line, `WORK SECONDS`,
// asks for a round and is answered by one line: passes over the files, seconds of the clock, seconds of the processor
// (all threads, so the collector is included), seconds of the fastest pass, allocations. WORK is parse, typed or lint. The benchmark of Stagecraft
// speaks this for its --buildkit option; by hand:
//
//	(find DIR -type f; echo; echo parse 2; echo typed 2; echo lint 2) | GOMAXPROCS=1 /tmp/stagecraft-buildkit
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"log"
	"math"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	digest "github.com/opencontainers/go-digest"
)

// work does one thing with a Dockerfile; what it is refused for counts as done.
type work func(data []byte)

func parse(data []byte) {
	_, _ = parser.Parse(bytes.NewReader(data))
}

func typed(data []byte) {
	result, err := parser.Parse(bytes.NewReader(data))
	if err == nil {
		_, _, _ = instructions.Parse(result.AST, linter.New(&linter.Config{SkipAll: true}))
	}
}

func lint(data []byte) {
	sources := llb.NewSourceMap(nil, "Dockerfile", "Dockerfile", data)
	sources.Definition = &llb.Definition{}
	_, err := dockerfile2llb.DockerfileLint(context.Background(), data, dockerfile2llb.ConvertOpt{
		SourceMap:    sources,
		MetaResolver: emptyImages{},
	})
	if err != nil {
		log.Fatalf("lint: %v", err)
	}
}

// emptyImages knows every image, as one without a configuration, so that nothing is asked of a registry.
type emptyImages struct{}

func (emptyImages) ResolveImageConfig(
	_ context.Context, ref string, _ sourceresolver.Opt,
) (string, digest.Digest, []byte, error) {
	return ref, "", []byte(`{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}`), nil
}

func processorSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatalf("getrusage: %v", err)
	}
	micros := (usage.Utime.Sec+usage.Stime.Sec)*1_000_000 + usage.Utime.Usec + usage.Stime.Usec
	return float64(micros) / 1e6
}

func allocations() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs
}

// round makes whole passes over the files until the time is over.
func round(do work, files [][]byte, length time.Duration) string {
	mallocs, processor, start := allocations(), processorSeconds(), time.Now()
	passes, fastest, before := 0, time.Duration(math.MaxInt64), start
	for before.Sub(start) < length {
		for _, data := range files {
			do(data)
		}
		passes++
		now := time.Now()
		fastest, before = min(fastest, now.Sub(before)), now
	}
	elapsed, used := time.Since(start), processorSeconds()-processor
	return fmt.Sprintf("%d %.6f %.6f %.9f %d",
		passes, elapsed.Seconds(), used, fastest.Seconds(), allocations()-mallocs)
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("stagecraft-buildkit: ")
	input := bufio.NewScanner(os.Stdin)
	var files [][]byte
	for input.Scan() && input.Text() != "" {
		data, err := os.ReadFile(input.Text())
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, data)
	}
	all := map[string]work{"parse": parse, "typed": typed, "lint": lint}
	for input.Scan() {
		var name string
		var seconds float64
		if _, err := fmt.Sscan(input.Text(), &name, &seconds); err != nil || all[name] == nil {
			log.Fatalf("not a request: %q", input.Text())
		}
		fmt.Println(round(all[name], files, time.Duration(seconds*float64(time.Second))))
	}
	if err := input.Err(); err != nil {
		log.Fatal(err)
	}
}
