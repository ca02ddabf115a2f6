package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Ecosystem;
import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo.DateOrigin;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import dev.assay.vulndb.file.DatabaseException;
import dev.assay.vulndb.file.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
  private static final List<FeedRecord> RECORDS =
      List.of(Advisories.record("a", "CVE-2024-1001").fixes("debian:12", "zlib", "1").made());
  private static final Ecosystem BOOKWORM = Ecosystem.parse("debian:12");

  @TempDir Path directory;

  @Test
  void a_written_file_has_the_bytes_and_the_answers_of_one_in_memory() throws IOException {
    Path file = directory.resolve("a.adb");
    write(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(Databases.bytes(RECORDS));
    try (VulnerabilityDatabase database = VulnerabilityDatabase.open(file)) {
      database.verify();
      assertThat(database.statements(BOOKWORM, "zlib")).hasSize(1);
      assertThat(database.info().name()).isEqualTo(file.toString());
    }
  }

  @Test
  void writing_replaces_the_old_file_and_leaves_nothing_beside_it() throws IOException {
    Path file = directory.resolve("a.adb");
    Files.writeString(file, "old");
    write(file);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
    VulnerabilityDatabase.open(file).close();
  }

  @Test
  void whoever_has_the_old_file_open_keeps_it() throws IOException {
    Path file = directory.resolve("a.adb");
    write(file);
    try (VulnerabilityDatabase old = VulnerabilityDatabase.open(file)) {
      try (VulnerabilityDatabaseBuilder empty =
          new VulnerabilityDatabaseBuilder(Databases.BUILT, Purpose.FULL)) {
        empty.write(file);
      }
      assertThat(old.statements(BOOKWORM, "zlib")).hasSize(1);
    }
    try (VulnerabilityDatabase replaced = VulnerabilityDatabase.open(file)) {
      assertThat(replaced.statements(BOOKWORM, "zlib")).isEmpty();
    }
  }

  @Test
  void a_file_that_cannot_be_written_leaves_the_old_one() throws IOException {
    Path occupied = directory.resolve("a.adb");
    Files.createDirectories(occupied.resolve("inside"));
    assertThatThrownBy(() -> write(occupied)).isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(occupied);
    }
  }

  @Test
  void a_missing_file_is_missing() {
    assertThatThrownBy(() -> VulnerabilityDatabase.open(directory.resolve("none.adb")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void another_file_is_not_an_advisory_database() throws IOException {
    for (String content : List.of("", "ASSAY", "ASSAYDB\r\n", "<html>".repeat(2_000))) {
      Path file = Files.writeString(directory.resolve("other"), content);
      assertThatThrownBy(() -> VulnerabilityDatabase.open(file))
          .isInstanceOf(DatabaseException.NotADatabase.class)
          .hasMessageContaining(file + " is not an Assay advisory database");
    }
  }

  @Test
  void another_version_names_both_and_says_to_rebuild() {
    byte[] newer = Databases.bytes(RECORDS);
    newer[8] = 77;
    assertThatThrownBy(() -> VulnerabilityDatabase.of("newer.adb", newer))
        .isInstanceOf(DatabaseException.UnsupportedVersion.class)
        .hasMessageContaining("format version 77")
        .hasMessageContaining("reads version 1")
        .hasMessageContaining("rebuild");
  }

  @Test
  void a_file_with_more_behind_it_is_corrupt() {
    byte[] sound = Databases.bytes(RECORDS);
    byte[] longer = Arrays.copyOf(sound, sound.length + 1);
    assertThatThrownBy(() -> VulnerabilityDatabase.of("longer.adb", longer))
        .isInstanceOf(DatabaseException.Corrupt.class);
  }

  @Test
  void a_damaged_header_is_not_taken_for_a_file_cut_short() {
    byte[] damaged = Databases.bytes(RECORDS);
    damaged[20] = 1;
    assertThatThrownBy(() -> VulnerabilityDatabase.of("damaged.adb", damaged))
        .isInstanceOf(DatabaseException.Corrupt.class)
        .hasMessageContaining("checksum of the header");
    assertThatThrownBy(() -> VulnerabilityDatabase.of("damaged.adb", Seal.mendHeader(damaged)))
        .isInstanceOf(DatabaseException.Truncated.class);
  }

  @Test
  void verifying_finds_what_no_question_has_touched() {
    byte[] damaged = Databases.bytes(new RandomRecords(5).advisories(2_000));
    damaged[damaged.length / 2] ^= 1;
    try (VulnerabilityDatabase database = VulnerabilityDatabase.of("damaged.adb", damaged)) {
      assertThatThrownBy(database::verify)
          .isInstanceOf(DatabaseException.Corrupt.class)
          .hasMessageContaining("checksum at byte");
    }
  }

  private static void write(Path file) throws IOException {
    try (VulnerabilityDatabaseBuilder builder =
        new VulnerabilityDatabaseBuilder(Databases.BUILT, Purpose.FULL)) {
      RECORDS.forEach(
          builder.source(new SourceId("test"), "Test", null, DateOrigin.NONE, "CC0-1.0"));
      builder.write(file);
    }
  }
}
