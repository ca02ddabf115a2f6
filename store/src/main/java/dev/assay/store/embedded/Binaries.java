package dev.assay.store.embedded;

import dev.assay.store.DatabaseOpeningException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the class path on first use. A directory holds one
/// version whole or is not there: it gets its name last.
///
/// @param home holds `bin`, `lib` and `share`
record Binaries(Path home) {
  private static final Set<PosixFilePermission> RUNNABLE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-------");
  private static final int EXECUTABLE_BITS = 0111;

  /// As in the root POM; a test compares it with what the programs say.
  static final String VERSION = "18.1.0";

  /// @param parent where versions lie side by side
  static Binaries unpackedIn(Path parent) throws IOException {
    String archive = archiveName();
    Path home = parent.resolve("programs-" + VERSION);
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return new Binaries(home);
    }
    try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new DatabaseOpeningException(
            "this build has no PostgreSQL for this system ("
                + archive
                + "); install one and name it with --database");
      }
      Path unfinished = parent.resolve("programs.unfinished");
      DeletedTree.of(unfinished);
      unpack(packed, unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static void unpack(InputStream packed, Path to) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = to.resolve(entry.getName()).normalize();
        if (!path.startsWith(to)) {
          throw new IOException("leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          Files.setPosixFilePermissions(
              path, (entry.getMode() & EXECUTABLE_BITS) == 0 ? PLAIN : RUNNABLE);
        }
      }
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String family = system.startsWith("mac") ? "darwin" : system;
    String libc =
        Files.exists(Path.of("/etc/alpine-release"), LinkOption.NOFOLLOW_LINKS)
            ? "-alpine_linux"
            : "";
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          case String other -> other;
        };
    return "postgres-" + family + "-" + processor + libc + ".txz";
  }
}
