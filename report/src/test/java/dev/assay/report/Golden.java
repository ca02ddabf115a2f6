package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares output with a file under `src/test/resources/golden`; `-Dgolden.update=true` writes
/// the files anew, to be read with care before they are committed.
final class Golden {
  private static final Path FILES = Path.of("src/test/resources/golden");

  private Golden() {}

  static void matches(String file, String actual) throws IOException {
    Path path = FILES.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILES);
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(path));
  }

  static String text(ReportWriter writer, ScanReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String text(InventoryWriter writer, InventoryReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
