package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.cli.Databases.DebianRecord;
import dev.assay.model.VulnerabilityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveAdvisoriesTest {
  private static final VulnerabilityId NEW = new VulnerabilityId("CVE-2026-1");

  @TempDir private Path directory;
  private Path file;
  private Path other;
  private final AtomicLong now = new AtomicLong();
  private LiveAdvisories advisories;

  @BeforeEach
  void open() throws IOException {
    file = Databases.ofExamples(directory);
    other =
        Databases.ofDebian(
            Files.createDirectory(directory.resolve("other")),
            new DebianRecord("CVE-2026-1", "curl", "9", DebianRecord.CRITICAL));
    DatabaseOption option = new DatabaseOption();
    option.file = file;
    advisories = LiveAdvisories.of(option, now::get);
  }

  @Test
  void a_file_that_takes_the_place_is_used_within_seconds() throws IOException {
    Edition before = advisories.current();
    assertThat(before.source().vulnerability(NEW)).isEmpty();

    replaceBy(other);

    assertThat(advisories.current()).isSameAs(before);
    pass(Duration.ofSeconds(5));
    Edition after = advisories.current();
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.source().vulnerability(NEW)).isPresent();
    assertThat(before.source().vulnerability(NEW)).as("who has it, keeps it").isEmpty();
  }

  @Test
  void the_same_content_is_the_same_edition_wherever_it_lies() throws IOException {
    DatabaseOption option = new DatabaseOption();
    option.file = Files.copy(file, directory.resolve("elsewhere"));
    assertThat(LiveAdvisories.of(option, now::get).current().id())
        .isEqualTo(advisories.current().id());
  }

  @Test
  void a_file_that_stays_is_opened_once() {
    Edition before = advisories.current();
    pass(Duration.ofMinutes(1));
    assertThat(advisories.current()).isSameAs(before);
  }

  @Test
  void a_damaged_file_leaves_what_was_there_until_a_sound_one_comes() throws IOException {
    Edition before = advisories.current();
    byte[] damaged = Files.readAllBytes(other);
    damaged[damaged.length / 2] ^= 1;
    replaceBy(Files.write(directory.resolve("damaged"), damaged));
    pass(Duration.ofMinutes(1));
    assertThat(advisories.current()).isSameAs(before);

    replaceBy(other);
    pass(Duration.ofMinutes(1));
    assertThat(advisories.current().source().vulnerability(NEW)).isPresent();
  }

  @Test
  void a_file_that_is_gone_leaves_what_was_there() throws IOException {
    Edition before = advisories.current();
    Files.delete(file);
    pass(Duration.ofMinutes(1));
    assertThat(advisories.current()).isSameAs(before);
  }

  private void replaceBy(Path successor) throws IOException {
    Path copy = Files.copy(successor, directory.resolve("copy"));
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
