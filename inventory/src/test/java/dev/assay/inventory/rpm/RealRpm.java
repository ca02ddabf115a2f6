package dev.assay.inventory.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The `rpm`, `rpmbuild` and Berkeley DB tools of this machine, where it has them.
final class RealRpm {
  private static final long HEADER_MAGIC = 0x8eade80100000000L;

  private final Path work;

  RealRpm(Path work) {
    this.work = work;
  }

  static boolean has(String... tools) {
    return Arrays.stream(tools).allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
  }

  boolean hasBackend(String backend) throws IOException {
    return run("rpm", "--showrc")
        .lines()
        .filter(line -> line.startsWith("available backends"))
        .anyMatch(line -> Arrays.asList(line.split("[ :]+")).contains(backend));
  }

  /// Builds every package of a spec file and returns their files.
  List<String> build(String spec) throws IOException {
    Path file = Files.writeString(work.resolve("test.spec"), spec);
    Path top = work.resolve("top");
    run(
        "rpmbuild",
        "-bb",
        "--quiet",
        "--define",
        "_topdir " + top,
        "--define",
        "_tmppath " + work,
        "--define",
        "_binary_payload w1.gzdio",
        file.toString());
    try (Stream<Path> built = Files.walk(top.resolve("RPMS"))) {
      return built.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
  }

  /// Enters packages into the database of a directory, without installing their files.
  void install(Path directory, String backend, List<String> packages) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "rpm",
                "--dbpath",
                directory.toString(),
                "--define",
                "_db_backend " + backend,
                "-i",
                "--justdb",
                "--nodeps",
                "--noscripts",
                "--notriggers",
                "--ignorearch",
                "--ignoreos"));
    command.addAll(packages);
    run(command.toArray(String[]::new));
  }

  /// What `rpm -qa` says of a directory's database, sorted.
  List<String> query(Path directory, String backend, String format) throws IOException {
    return run(
            "rpm",
            "--dbpath",
            directory.toString(),
            "--define",
            "_db_backend " + backend,
            "-qa",
            "--qf",
            format)
        .lines()
        .sorted()
        .toList();
  }

  /// The headers of a directory's database as `rpmdb --exportdb` writes them, each without its
  /// magic, which a database leaves out.
  List<byte[]> export(Path directory) throws IOException {
    Path output = Files.createTempFile(work, "exported", ".headers");
    run(output, "rpmdb", "--dbpath", directory.toString(), "--exportdb");
    ByteBuffer exported = ByteBuffer.wrap(Files.readAllBytes(output));
    List<byte[]> headers = new ArrayList<>();
    while (exported.hasRemaining()) {
      int start = exported.position();
      if (exported.getLong() != HEADER_MAGIC) {
        throw new IOException("No header at byte " + start + " of what rpmdb exported");
      }
      int entries = exported.getInt(start + 8);
      int data = exported.getInt(start + 12);
      byte[] header = new byte[8 + 16 * entries + data];
      exported.get(header);
      headers.add(header);
    }
    return headers;
  }

  /// The command's standard output; throws where it fails.
  String run(String... command) throws IOException {
    Path output = Files.createTempFile(work, "out", ".txt");
    run(output, command);
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private void run(Path output, String... command) throws IOException {
    Path errors = Files.createTempFile(work, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
