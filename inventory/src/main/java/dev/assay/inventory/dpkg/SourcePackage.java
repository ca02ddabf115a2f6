package dev.assay.inventory.dpkg;

import org.jspecify.annotations.Nullable;

/// The source a binary package was built from: dpkg's Source field, `name` or `name (version)`.
/// What is left out is the binary's own.
record SourcePackage(String name, String version) {

  static SourcePackage parse(@Nullable String field, String binary, String binaryVersion) {
    if (field == null) {
      return new SourcePackage(binary, binaryVersion);
    }
    int open = field.indexOf('(');
    if (open < 0) {
      return new SourcePackage(field, binaryVersion);
    }
    int close = field.indexOf(')', open);
    String name = field.substring(0, open).strip();
    String version = field.substring(open + 1, close < 0 ? field.length() : close).strip();
    return new SourcePackage(
        name.isEmpty() ? binary : name, version.isEmpty() ? binaryVersion : version);
  }
}
