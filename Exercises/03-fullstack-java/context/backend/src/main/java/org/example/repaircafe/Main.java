package org.example.repaircafe;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the server. PORT and PUBLIC_DIR say where it listens and where the built page lies. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    Path folder = Path.of(System.getenv().getOrDefault("PUBLIC_DIR", "public")).toAbsolutePath();

    Server server = new Server(port, new Page(folder), Benches.ofToday());
    // SIGTERM, from Docker to process 1, ends the virtual machine by way of this hook.
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.start();
    System.out.printf("repair-cafe: listening on port %d, page in %s%n", server.port(), folder);
  }
}
