package org.example.observatory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The addresses of the service. Those below /actuator are called as in Spring Boot. */
public final class Service {
  private final HttpServer http;
  private final Bookings bookings;

  public Service(int port, Bookings bookings) throws IOException {
    this.http = HttpServer.create(new InetSocketAddress(port), 0);
    this.bookings = bookings;
    http.setExecutor(Executors.newFixedThreadPool(8));
    http.createContext("/", exchange -> send(exchange, 404, "{\"error\":\"nothing here\"}"));
    http.createContext("/bookings", this::bookings);
    http.createContext("/actuator/health", exchange -> send(exchange, 200, "{\"status\":\"UP\"}"));
    http.createContext("/actuator/metrics/jvm.memory.max", this::memory);
  }

  public void start() {
    http.start();
  }

  public void stop(int seconds) {
    http.stop(seconds);
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void bookings(HttpExchange exchange) throws IOException {
    String telescope = exchange.getRequestURI().getPath().substring("/bookings".length()).replace("/", "");
    switch (exchange.getRequestMethod()) {
      case "GET" -> send(exchange, 200, bookings.json());
      case "PUT" -> {
        String guest = new String(exchange.getRequestBody().readNBytes(200), UTF_8);
        boolean booked = bookings.book(telescope, guest).isPresent();
        send(exchange, booked ? 200 : 409, bookings.json());
      }
      default -> send(exchange, 405, "{\"error\":\"GET or PUT\"}");
    }
  }

  private void memory(HttpExchange exchange) throws IOException {
    send(exchange, 200, "{\"bytes\":%d}".formatted(Runtime.getRuntime().maxMemory()));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
