package dev.assay.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The files of a server: made whole under another name first, so that a start that was killed
/// half way leaves nothing that looks like a database.
///
/// @param directory PostgreSQL's data directory
/// @param password of the one user
record Cluster(Path directory, String password) {
  static final String USER = "assay";
  static final String DATABASE = "assay";
  private static final int PASSWORD_BYTES = 32;

  /// Opens the one in `parent`, or makes it.
  static Cluster in(Path parent, Programs programs, Durability durability) throws IOException {
    Path directory = parent.resolve("data");
    if (!Files.exists(directory)) {
      make(parent, programs, durability, directory);
    }
    return new Cluster(directory, Files.readString(passwordFile(directory)).strip());
  }

  /// The password lies within the files it opens, readable to their owner alone, like they.
  static Path passwordFile(Path directory) {
    return directory.resolve("assay-password");
  }

  private static void make(Path parent, Programs programs, Durability durability, Path directory)
      throws IOException {
    Path unfinished = parent.resolve("data.unfinished");
    Path password = parent.resolve("password.unfinished");
    DeletedTree.of(unfinished);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, newPassword() + "\n");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
    arguments.addAll(durability.initialisation());
    programs.run(parent, "", "initdb", arguments.toArray(String[]::new));
    programs.run(
        parent,
        "create database " + DATABASE + "\n",
        "postgres",
        "--single",
        "-D",
        unfinished.toString(),
        "postgres");
    Files.move(password, passwordFile(unfinished), StandardCopyOption.ATOMIC_MOVE);
    Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Longer than can be guessed, which is what the iterations of SCRAM are for otherwise.
  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
