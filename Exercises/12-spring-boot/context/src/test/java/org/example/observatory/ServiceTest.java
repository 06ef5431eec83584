package org.example.observatory;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A plain class: Surefire runs its public methods whose names begin with `test`. */
public class ServiceTest {
  public void testAFreeTelescopeCanBeBookedOnce() {
    Bookings bookings = new Bookings();
    expect(true, bookings.book("refractor", "Ada").isPresent());
    expect(false, bookings.book("refractor", "Carl").isPresent());
    expect("{\"dome\":\"school class 7b\",\"refractor\":\"Ada\",\"solar\":\"\"}", bookings.json());
  }

  public void testWhatIsNotThereCannotBeBooked() {
    expect(false, new Bookings().book("submarine", "Ada").isPresent());
    expect(false, new Bookings().book("solar", " ").isPresent());
  }

  public void testNamesAreQuoted() {
    Bookings bookings = new Bookings();
    bookings.book("solar", "\"Q\"\n");
    expect(true, bookings.json().contains("\"solar\":\"\\\"Q\\\"\\u000a\""));
  }

  public void testTheEnvironmentBeatsTheFile() throws Exception {
    expect(8080, Settings.load(Map.of()).number("server.port"));
    expect(9090, Settings.load(Map.of("SERVER_PORT", "9090")).number("server.port"));
    expect(1, Settings.load(Map.of("OBSERVATORY_SHUTDOWNSECONDS", "1")).number("observatory.shutdown-seconds"));
  }

  public void testTheServiceAnswers() throws Exception {
    Service service = new Service(0, new Bookings());
    service.start();
    try {
      expect("200 {\"status\":\"UP\"}", ask(service, "GET", "/actuator/health", ""));
      expect(true, ask(service, "PUT", "/bookings/solar", "Maria").startsWith("200 "));
      expect(true, ask(service, "PUT", "/bookings/solar", "Nicolaus").startsWith("409 "));
      expect("404 {\"error\":\"nothing here\"}", ask(service, "GET", "/elsewhere", ""));
    } finally {
      service.stop(0);
    }
  }

  private static String ask(Service service, String method, String address, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + address))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) throw new AssertionError("expected " + expected + ", got " + actual);
  }
}
