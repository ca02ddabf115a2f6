package dev.assay.agent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The operating system of a root file system as the service calls it, `DEBIAN_12`.
public final class HostPlatform {
  private HostPlatform() {}

  /// Of the root of a file system; empty where it does not say.
  public static Optional<String> of(Path root) {
    for (String file : List.of("etc/os-release", "usr/lib/os-release")) {
      try {
        return name(Files.readAllLines(root.resolve(file)));
      } catch (IOException absent) {
        // The other one may be there.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1).replaceAll("[\"']", ""));
      }
    }
    String id = values.getOrDefault("ID", "");
    String version = values.getOrDefault("VERSION_ID", "");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (version.isEmpty() ? id : id + "_" + version)
                .toUpperCase(Locale.ROOT)
                .replace('.', '_'));
  }
}
