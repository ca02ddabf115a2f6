package dev.assay.inventory.os;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellAssignmentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ID=debian | debian",
        "ID=\"debian\" | debian",
        "ID='debian' | debian",
        "ID=\"Debian GNU/Linux\" | Debian GNU/Linux",
        "ID=\"a \\\"b\\\" \\$c \\\\d\" | a \"b\" $c \\d",
        "ID=\"a\\nb\" | a\\nb",
        "ID='a\\b \"c\"' | a\\b \"c\"",
        "ID=a\\ b | a b",
        "ID=\"never closed | never closed",
        "ID=un\"quoted\"'too' | unquotedtoo",
        "  ID=indented   | indented"
      })
  void a_value_is_read_as_the_shell_reads_it(String line, String value) {
    assertThat(ShellAssignments.parse(line)).containsEntry("ID", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#ID=x", "  # ID=x", "ID", "=x", "1D=x", "I D=x", "ID-X=y", "\0=\0"})
  void a_line_that_assigns_nothing_is_skipped(String line) {
    assertThat(ShellAssignments.parse(line)).isEmpty();
  }

  @Test
  void a_zero_byte_is_kept_and_does_not_make_one_name_of_another() {
    assertThat(ShellAssignments.parse("ID=deb\0ian")).containsEntry("ID", "deb\0ian");
  }

  @Test
  void the_last_assignment_wins() {
    assertThat(ShellAssignments.parse("ID=first\nID=last")).containsEntry("ID", "last");
  }

  @Test
  void carriage_returns_and_a_byte_order_mark_are_no_part_of_it() {
    assertThat(ShellAssignments.parse("\uFEFFID=a\r\nVERSION_ID=\"1\"\r\n"))
        .containsEntry("ID", "a")
        .containsEntry("VERSION_ID", "1");
  }

  @Test
  void a_thousand_quoted_values_are_what_the_shell_prints() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/bin/sh")), "no shell");
    Random random = new Random(5);
    StringBuilder script = new StringBuilder();
    StringBuilder ours = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      String line = "ID=" + quoted(random);
      script.append(line).append("\nprintf '%s\\n' \"$ID\"\n");
      ours.append(ShellAssignments.parse(line).get("ID")).append('\n');
    }

    assertThat(ours.toString()).isEqualTo(shell(script.toString()));
  }

  @Test
  void corrupt_bytes_never_throw() {
    byte[] sound = "ID=a\nNAME=\"b \\\" c\"\nX='d'\n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] corrupt = sound.clone();
      corrupt[random.nextInt(corrupt.length)] = (byte) random.nextInt(256);
      corrupt[random.nextInt(corrupt.length)] = (byte) random.nextInt(256);
      fuzz(corrupt);
    }
  }

  @FuzzTest
  void fuzz(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    assertThat(ShellAssignments.parse(text)).isNotNull();
    assertThat(OsRelease.read(text, "etc/os-release")).isNotNull();
    assertThat(ReleaseLine.readRedHat(text, "etc/redhat-release")).isNotNull();
    assertThat(ReleaseLine.readSuse(text, "etc/SuSE-release")).isNotNull();
    assertThat(ReleaseLine.readDebian(text, "etc/debian_version")).isNotNull();
  }

  /// A value in quotes of either kind, with what may stand between them without being expanded.
  private static String quoted(Random random) {
    boolean single = random.nextBoolean();
    String[] pieces =
        single
            ? new String[] {"a", " ", "\\", "\"", "$x", "`", "#", ";", "é"}
            : new String[] {"a", " ", "\\\\", "\\\"", "\\$", "\\`", "#", ";", "'", "\\z", "é"};
    StringBuilder value = new StringBuilder();
    for (int piece = random.nextInt(8); piece >= 0; piece--) {
      value.append(pieces[random.nextInt(pieces.length)]);
    }
    String quote = single ? "'" : "\"";
    return quote + value + quote;
  }

  private static String shell(String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile("assay", ".sh");
    try {
      Files.writeString(file, script);
      Process process = new ProcessBuilder("/bin/sh", file.toString()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      return output;
    } finally {
      Files.delete(file);
    }
  }
}
