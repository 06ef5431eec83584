package org.example.observatory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What application.properties says, and the environment above it: SERVER_PORT beats server.port, as in Spring Boot. */
public record Settings(Properties properties, Map<String, String> environment) {
  static Settings load(Map<String, String> environment) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Settings.class.getResourceAsStream("/application.properties")) {
      if (file == null) throw new IOException("application.properties is not in the jar");
      properties.load(file);
    }
    return new Settings(properties, environment);
  }

  String text(String key) {
    String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    String value = environment.getOrDefault(variable, properties.getProperty(key));
    if (value == null) throw new IllegalArgumentException("no value for " + key);
    return value;
  }

  int number(String key) {
    return Integer.parseInt(text(key).trim());
  }
}
