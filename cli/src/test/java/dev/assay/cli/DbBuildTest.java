package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay db build` and `assay db info`: what they say, leave and end with.
class DbBuildTest {
  @TempDir private Path directory;

  @Test
  void a_build_tells_every_source_with_its_date_and_count() {
    Path file = directory.resolve("a.adb");
    Assay build = Assay.run("db", "build", "--from", Assay.EXAMPLES.resolve("feeds"), "--to", file);
    assertThat(build.exitCode()).isZero();
    assertThat(build.out())
        .contains("debian-osv")
        .contains("newest record")
        .contains("first-epss")
        .contains("debian:12");
    assertThat(Assay.run("db", "info", "--db", file).out()).isEqualTo(build.out());
  }

  @Test
  void what_was_rejected_or_not_imported_is_told_with_its_reason() throws IOException {
    Path feeds = Files.createDirectories(directory.resolve("feeds"));
    Files.copy(Assay.EXAMPLES.resolve("feeds/DSA-5523-1.json"), feeds.resolve("DSA-5523-1.json"));
    Files.writeString(feeds.resolve("what.json"), "{\"a\": 1}");
    Files.createSymbolicLink(feeds.resolve("link.json"), feeds.resolve("DSA-5523-1.json"));
    Assay build = Assay.run("db", "build", "--from", feeds, "--to", directory.resolve("b.adb"));
    assertThat(build.exitCode()).isZero();
    assertThat(build.out())
        .contains("NOT IMPORTED")
        .contains("what.json: no importer recognises it")
        .contains("link.json: is a link or no regular file");
  }

  @Test
  void a_missing_directory_is_one_line_and_2_and_leaves_no_file() {
    Path missing = directory.resolve("missing");
    Path file = directory.resolve("c.adb");
    Assay build = Assay.run("db", "build", "--from", missing, "--to", file);
    assertThat(build)
        .isEqualTo(new Assay(2, "", "assay: feed directory " + missing + " does not exist\n"));
    assertThat(file).doesNotExist();
  }

  @Test
  void what_is_no_database_is_one_line_and_2() throws IOException {
    Path file = Files.writeString(directory.resolve("d.adb"), "no database");
    Assay info = Assay.run("db", "info", "--db", file);
    assertThat(info.exitCode()).isEqualTo(2);
    assertThat(info.complaints()).hasSize(1);
    assertThat(info.err()).contains(file + " is not an Assay advisory database");
  }
}
