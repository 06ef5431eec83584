package org.example.observatory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who has which telescope tonight. */
public final class Bookings {
  private final Map<String, String> guests = new TreeMap<>();

  public Bookings() {
    guests.put("dome", "school class 7b");
    guests.put("refractor", "");
    guests.put("solar", "");
  }

  /** Books a telescope; empty when there is no such telescope or somebody has it already. */
  public synchronized Optional<String> book(String telescope, String guest) {
    if (guest.isBlank() || !"".equals(guests.get(telescope))) return Optional.empty();
    guests.put(telescope, guest);
    return Optional.of(telescope);
  }

  /** The evening as a JSON object. */
  public synchronized String json() {
    return guests.entrySet().stream()
        .map(entry -> "%s:%s".formatted(quoted(entry.getKey()), quoted(entry.getValue())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') json.append('\\').append(character);
      else if (character < ' ') json.append("\\u%04x".formatted((int) character));
      else json.append(character);
    }
    return json.append('"').toString();
  }
}
