package org.example.repaircafe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plain class: Surefire runs its public methods whose names begin with `test`. */
public class ServerTest {
  public void testTheBenchesAreJson() throws Exception {
    Benches benches = new Benches(List.of(new Benches.Bench("Clocks", 2)));
    expect("[{\"name\":\"Clocks\",\"waiting\":2}]", benches.json());
  }

  public void testThePageIsServed() throws Exception {
    Path folder = Files.createTempDirectory("page");
    Files.writeString(folder.resolve("index.html"), "<p>here</p>");
    expect("200 <p>here</p>", ask(folder, "/"));
    expect("200 {\"healthy\":true}", ask(folder, "/health"));
    expect("404 There is nothing here.\n", ask(folder, "/other.html"));
  }

  public void testWithoutAPageItIsNotWell() throws Exception {
    expect("503 {\"healthy\":false}", ask(Files.createTempDirectory("empty"), "/health"));
  }

  public void testNothingOutsideTheFolderIsServed() throws Exception {
    Path folder = Files.createTempDirectory("page");
    expect(true, new Page(folder).asset("/../" + folder.getFileName() + "x").isEmpty());
    expect(true, new Page(folder).asset("/../../etc/passwd").isEmpty());
  }

  private static String ask(Path folder, String address) throws IOException, InterruptedException {
    Server server = new Server(0, new Page(folder), Benches.ofToday());
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + address);
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } finally {
      server.stop();
    }
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) throw new AssertionError("expected " + expected + ", got " + actual);
  }
}
