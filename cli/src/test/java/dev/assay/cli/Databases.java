package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Advisory databases for tests, built by the program itself.
final class Databases {
  private Databases() {}

  /// Of `examples/feeds`.
  static Path ofExamples(Path directory) {
    return build(Assay.EXAMPLES.resolve("feeds"), directory.resolve("examples.adb"));
  }

  /// Of one Debian 12 record for each of `records`.
  static Path ofDebian(Path directory, DebianRecord... records) throws IOException {
    Path feeds = Files.createDirectories(directory.resolve("feeds"));
    for (DebianRecord one : records) {
      Files.writeString(feeds.resolve(one.id() + ".json"), one.osv());
    }
    return build(feeds, directory.resolve("debian.adb"));
  }

  private static Path build(Path feeds, Path file) {
    Assay built = Assay.run("db", "build", "--from", feeds, "--to", file, "--quiet");
    assertThat(built).isEqualTo(new Assay(0, "", ""));
    return file;
  }

  /// What Debian says of a vulnerability in one source package.
  ///
  /// @param fixed the version that mends it; empty where none does
  record DebianRecord(String id, String sourcePackage, String fixed, String vector) {
    static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N";

    String osv() {
      String end = fixed.isEmpty() ? "" : ", {\"fixed\": \"" + fixed + "\"}";
      return """
          {"id": "%s", "modified": "2024-01-02T00:00:00Z", "details": "A test.",
           "severity": [{"type": "CVSS_V3", "score": "%s"}],
           "affected": [{"package": {"ecosystem": "Debian:12", "name": "%s"},
             "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}%s]}]}]}
          """
          .formatted(id, vector, sourcePackage, end);
    }
  }
}
