package dev.assay.jmh;

import dev.assay.awsapi.sigv4.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The key in the file that the service writes for its first administrator.
final class AdministratorKey {
  private AdministratorKey() {}

  static Credentials read(Path file) throws IOException {
    Map<String, String> lines =
        Files.readAllLines(file).stream()
            .filter(line -> line.contains(" = "))
            .map(line -> line.split(" = ", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    return new Credentials(
        Objects.requireNonNull(lines.get("aws_access_key_id")),
        Objects.requireNonNull(lines.get("aws_secret_access_key")),
        Optional.empty());
  }
}
