package org.example.repaircafe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Serves the page, the benches and the state of health. */
public final class Server {
  private final HttpServer http;
  private final Page page;
  private final Benches benches;

  public Server(int port, Page page, Benches benches) throws IOException {
    this.http = HttpServer.create(new InetSocketAddress(port), 0);
    this.page = page;
    this.benches = benches;
    http.setExecutor(Executors.newFixedThreadPool(4));
    http.createContext("/", this::answer);
  }

  public void start() {
    http.start();
  }

  /** Gives answers under way a second. */
  public void stop() {
    http.stop(1);
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String address = exchange.getRequestURI().getPath();
      if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, "text/plain", "Only for reading.\n".getBytes(UTF_8));
      } else if (address.equals("/api/benches")) {
        send(exchange, 200, "application/json", benches.json().getBytes(UTF_8));
      } else if (address.equals("/health")) {
        boolean healthy = page.present();
        send(exchange, healthy ? 200 : 503, "application/json", "{\"healthy\":%b}".formatted(healthy).getBytes(UTF_8));
      } else {
        Optional<Page.Asset> asset = page.asset(address);
        if (asset.isPresent()) send(exchange, 200, asset.get().type(), asset.get().content());
        else send(exchange, 404, "text/plain", "There is nothing here.\n".getBytes(UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
