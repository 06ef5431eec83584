package org.example.observatory;

import java.io.IOException;

/** Starts the service. */
public final class Application {
  private Application() {}

  public static void main(String[] arguments) throws IOException {
    Settings settings = Settings.load(System.getenv());
    Service service = new Service(settings.number("server.port"), new Bookings());
    int patience = settings.number("observatory.shutdown-seconds");
    // SIGTERM, from Docker to process 1, ends the virtual machine by way of this hook. A SIGKILL does not.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("observatory: stopping, answers under way are finished");
                  service.stop(patience);
                }));
    service.start();
    System.out.printf(
        "%s: listening on port %d, with at most %d MB of memory%n",
        settings.text("spring.application.name"), service.port(), Runtime.getRuntime().maxMemory() >> 20);
  }
}
