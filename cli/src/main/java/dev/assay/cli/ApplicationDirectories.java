package dev.assay.cli;

import java.nio.file.Path;
import java.util.Map;

/// Where Assay keeps its files by default, after the XDG base directory specification.
record ApplicationDirectories(Path data, Path cache) {

  static ApplicationDirectories of(Map<String, String> environment, Path home) {
    return new ApplicationDirectories(
        base(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("assay"),
        base(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("assay"));
  }

  static ApplicationDirectories ofThisUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", "/")));
  }

  /// A relative path in these variables is to be ignored, says the specification.
  private static Path base(@org.jspecify.annotations.Nullable String named, Path otherwise) {
    return named == null || !named.startsWith("/") ? otherwise : Path.of(named);
  }

  Path advisories() {
    return data.resolve("advisories.adb");
  }
}
