package dev.assay.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.DatabaseOpeningException;
import dev.assay.store.Handles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerTest {
  @TempDir static Path directory;
  private static Path data;

  @BeforeAll
  static void first_start() {
    data = directory.resolve("postgresql/data");
    try (Database database = Database.openEmbedded(directory, 2)) {
      database
          .transactions()
          .change(writing -> Handles.of(writing).execute("create table kept as select 1 as one"));
    }
  }

  @AfterAll
  static void nothing_is_left_running() throws IOException {
    assertThat(EmbeddedServer.runningIn(directory)).isEmpty();
  }

  @Test
  void what_was_committed_is_there_after_a_restart() {
    try (Database database = Database.openEmbedded(directory, 2)) {
      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void a_killed_postgresql_is_started_again_under_the_same_connections() throws Exception {
    try (Database database = Database.openEmbedded(directory, 2)) {
      ProcessHandle killed = PostmasterFile.read(data).orElseThrow().running().orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get(10, TimeUnit.SECONDS);
      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void what_a_killed_process_left_running_is_stopped_first() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("started");
    assertThatExceptionOfType(DatabaseOpeningException.class)
        .as("while it lives")
        .isThrownBy(() -> EmbeddedServer.start(directory))
        .withMessage(
            "the data directory %s is in use by another Assay (process %d)",
            directory, process.pid());
    ProcessHandle left = PostmasterFile.read(data).orElseThrow().running().orElseThrow();
    process.destroyForcibly().waitFor();
    assertThat(left.isAlive()).isTrue();
    try (Database database = Database.openEmbedded(directory, 2)) {
      left.onExit().get(10, TimeUnit.SECONDS);
      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void a_stale_note_of_a_number_that_now_is_another_program_does_not_hinder() throws Exception {
    Files.writeString(
        PostmasterFile.in(data),
        "%d\n%s\n%d\n5432\n\n127.0.0.1\n1 1\nready\n"
            .formatted(
                ProcessHandle.current().pid(), data, Instant.now().getEpochSecond() - 86_400));
    try (Database database = Database.openEmbedded(directory, 2)) {
      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void only_the_owner_reads_and_only_the_password_opens() throws Exception {
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(Cluster.passwordFile(data))).isEqualTo("rw-------");
    try (EmbeddedServer server = EmbeddedServer.start(directory)) {
      DatabaseAddress guessed =
          new DatabaseAddress(
              server.address().url(), server.address().user(), Optional.of("guessed"));
      assertThatExceptionOfType(DatabaseOpeningException.class)
          .isThrownBy(() -> Database.open(guessed, 1).close())
          .withMessageContaining("password authentication failed");
      assertThat(server.address().toString()).doesNotContain(server.address().password().get());
      assertThat(EmbeddedServer.runningIn(directory)).contains(server.address());
    }
  }

  @Test
  void two_in_one_process_do_not_share_a_directory() {
    try (EmbeddedServer first = EmbeddedServer.start(directory)) {
      assertThatExceptionOfType(DatabaseOpeningException.class)
          .isThrownBy(() -> EmbeddedServer.start(directory))
          .withMessageContaining("is in use by another Assay");
      assertThat(first.address().url()).contains("127.0.0.1");
    }
  }

  @Test
  void the_programs_are_of_the_version_they_are_named_after() throws IOException {
    Programs programs = new Programs(Binaries.unpackedIn(directory.resolve("postgresql")));
    String version = programs.run(data, "", "postgres", "--version");
    assertThat(Binaries.VERSION).startsWith(version.replaceAll("[^0-9]*([0-9.]+).*", "$1").strip());
  }

  @Test
  void a_file_is_no_directory(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("file"), "");
    assertThatExceptionOfType(DatabaseOpeningException.class)
        .isThrownBy(() -> EmbeddedServer.start(file))
        .withMessageContaining(file.toString());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static int kept(Database database) {
    return database
        .transactions()
        .<Integer>read(
            reading ->
                Handles.of(reading).createQuery("select one from kept").mapTo(Integer.class).one());
  }

  /// A process to be killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
      System.out.println("started");
      Thread.sleep(java.time.Duration.ofMinutes(1));
      server.close();
    }
  }
}
