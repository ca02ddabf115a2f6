package dev.assay.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Source packages and their versions from a dpkg status file, read just well enough for a
/// benchmark.
record DpkgPackages(List<Installed> packages) {

  /// A source package.
  record Installed(String name, String version) {}

  static DpkgPackages read(Path status) throws IOException {
    List<Installed> packages = new ArrayList<>();
    for (String paragraph : Files.readString(status, StandardCharsets.UTF_8).split("\n\n")) {
      String name = field(paragraph, "Package");
      String version = field(paragraph, "Version");
      String source = field(paragraph, "Source");
      if (name.isEmpty() || version.isEmpty()) {
        continue;
      }
      int bracket = source.indexOf(" (");
      if (source.isEmpty()) {
        packages.add(new Installed(name, version));
      } else if (bracket < 0) {
        packages.add(new Installed(source, version));
      } else {
        packages.add(
            new Installed(
                source.substring(0, bracket), source.substring(bracket + 2, source.length() - 1)));
      }
    }
    return new DpkgPackages(packages);
  }

  private static String field(String paragraph, String field) {
    String start = "\n" + field + ": ";
    String lines = "\n" + paragraph;
    int at = lines.indexOf(start);
    if (at < 0) {
      return "";
    }
    int end = lines.indexOf('\n', at + 1);
    return lines.substring(at + start.length(), end < 0 ? lines.length() : end).strip();
  }
}
