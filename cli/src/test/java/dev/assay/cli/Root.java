package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A root file system that a test writes, file by file.
record Root(Path path) {
  static final String DEBIAN_12 =
      "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n";
  static final String STATUS = "var/lib/dpkg/status";

  /// A Debian 12 without any package.
  static Root debian(Path directory) {
    return new Root(directory).with("etc/os-release", DEBIAN_12).with(STATUS, "");
  }

  Root with(String file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  Root with(String file, byte[] content) {
    try {
      Path at = path.resolve(file);
      Files.createDirectories(at.getParent());
      Files.write(at, content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A directory, where perhaps a file was expected.
  Root withDirectory(String directory) {
    try {
      Files.createDirectories(path.resolve(directory));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// One more package in dpkg's database.
  Root installed(String name, String version) {
    return installed(name, version, name);
  }

  Root installed(String name, String version, String source) {
    try {
      return with(STATUS, Files.readString(path.resolve(STATUS)) + stanza(name, version, source));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String stanza(String name, String version, String source) {
    return """
        Package: %s
        Status: install ok installed
        Architecture: amd64
        Version: %s
        Source: %s

        """
        .formatted(name, version, source);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
