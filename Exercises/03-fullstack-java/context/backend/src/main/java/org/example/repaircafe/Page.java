package org.example.repaircafe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The built page: the files below one folder. */
public record Page(Path folder) {
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript");

  /** A file of the page and what browsers call its kind. */
  public record Asset(byte[] content, String type) {}

  /** Whether the page has been built and is here. */
  public boolean present() {
    return Files.isRegularFile(folder.resolve("index.html"));
  }

  /** The file for an address; none where there is no such file, or where it would lie outside the folder. */
  public Optional<Asset> asset(String address) {
    Path file = folder.resolve(address.equals("/") ? "index.html" : address.substring(1)).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) return Optional.empty();
    String name = file.getFileName().toString();
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    try {
      return Optional.of(new Asset(Files.readAllBytes(file), type));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
