package dev.assay.server.setting;

import java.nio.file.Path;

/// Where the access log goes.
public sealed interface AccessLogTarget {
  /// Standard output.
  record Stdout() implements AccessLogTarget {}

  /// Nowhere.
  record Off() implements AccessLogTarget {}

  /// The end of a file.
  record ToFile(Path file) implements AccessLogTarget {}

  static AccessLogTarget parse(String words) {
    return switch (words) {
      case "stdout" -> new Stdout();
      case "off" -> new Off();
      default -> new ToFile(Words.path(words));
    };
  }
}
