package org.example.repaircafe;

import java.util.List;
import java.util.stream.Collectors;

/** The benches of the café, and how many people wait at each. */
public record Benches(List<Bench> all) {
  /** One bench. Names hold letters, spaces and commas only, so that they need no escaping in JSON. */
  public record Bench(String name, int waiting) {
    public Bench {
      if (!name.matches("[\\p{L} ,]+")) throw new IllegalArgumentException("not a name for a bench: " + name);
      if (waiting < 0) throw new IllegalArgumentException("fewer than nobody waits at " + name);
    }

    String json() {
      return "{\"name\":\"%s\",\"waiting\":%d}".formatted(name, waiting);
    }
  }

  static Benches ofToday() {
    return new Benches(
        List.of(
            new Bench("Lamps, kettles, irons", 3),
            new Bench("Clothes and zips", 0),
            new Bench("Bicycles", 5),
            new Bench("Clocks", 1)));
  }

  /** The benches as a JSON array. */
  public String json() {
    return all.stream().map(Bench::json).collect(Collectors.joining(",", "[", "]"));
  }
}
