package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.model.PackageType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsvRangesTest {
  /// Events as `i` introduced, `f` fixed, `a` last affected, `l` limit; ranges as
  /// `introduced..fixed` or `introduced..=last`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i0 f2         | FIXED        | ..2
          i1 f2         | FIXED        | 1..2
          i0            | AFFECTED     | ''
          i1            | AFFECTED     | 1..
          i0 a2         | AFFECTED     | ..=2
          i1 a2         | AFFECTED     | 1..=2
          i0 f0         | NOT_AFFECTED | ''
          i0 f2 i3 f4   | FIXED        | ..2 3..4
          f4 i3 f2 i0   | FIXED        | ..2 3..4
          i0 f2 i3      | FIXED        | ..2 3..
          i0 f2 f3      | FIXED        | ..2
          i0 i1 f2      | FIXED        | ..2
          f2            | ERROR        | ''
          i0 l2         | FIXED        | ..2
          i0 a2 a3      | AFFECTED     | ..=2
          """)
  void events_become_stretches_of_vulnerable_versions(String events, String status, String ranges)
      throws IOException {
    StringBuilder json = new StringBuilder("{\"ranges\": [{\"type\": \"ECOSYSTEM\", \"events\": [");
    String separator = "";
    for (String event : events.split(" ")) {
      String kind =
          switch (event.charAt(0)) {
            case 'i' -> "introduced";
            case 'f' -> "fixed";
            case 'a' -> "last_affected";
            default -> "limit";
          };
      json.append(separator).append("{\"%s\": \"%s\"}".formatted(kind, event.substring(1)));
      separator = ",";
    }
    if (status.equals("ERROR")) {
      assertThatThrownBy(() -> ranges(json + "]}]}")).hasMessageContaining("names no versions");
      return;
    }
    OsvRanges found = ranges(json + "]}]}");
    assertThat(found.status()).hasToString(status);
    assertThat(shown(found)).isEqualTo(ranges);
  }

  @Test
  void listed_versions_stand_for_themselves_where_there_is_no_range() throws IOException {
    OsvRanges found =
        ranges(
            "{\"ranges\": [{\"type\": \"GIT\", \"events\": [{\"introduced\": \"0\"}]}],"
                + " \"versions\": [\"1\", \"3\"]}");
    assertThat(shown(found)).isEqualTo("1..=1 3..=3");
    assertThat(found.status()).hasToString("AFFECTED");
  }

  @Test
  void several_ranges_are_joined() throws IOException {
    String range =
        "{\"type\": \"ECOSYSTEM\", \"events\": [{\"introduced\": \"%s\"}, {\"fixed\": \"%s\"}]}";
    OsvRanges found =
        ranges(
            "{\"ranges\": [" + range.formatted("0", "2") + "," + range.formatted("3", "4") + "]}");
    assertThat(shown(found)).isEqualTo("..2 3..4");
  }

  @Test
  void unknown_events_and_blank_versions_are_malformed() {
    for (String event :
        new String[] {"{\"mended\": \"1\"}", "{\"fixed\": \"\"}", "{\"fixed\": 1}"}) {
      assertThatThrownBy(
              () ->
                  ranges("{\"ranges\": [{\"type\": \"ECOSYSTEM\", \"events\": [" + event + "]}]}"))
          .isInstanceOf(MalformedRecordException.class)
          .hasMessageStartingWith("ranges[0].events[0].");
    }
  }

  private static OsvRanges ranges(String json) throws IOException {
    return OsvRanges.of(
        JsonReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
        PackageType.DEB);
  }

  private static String shown(OsvRanges found) {
    StringBuilder shown = new StringBuilder();
    found
        .ranges()
        .forEach(
            range ->
                shown
                    .append(shown.isEmpty() ? "" : " ")
                    .append(range.introduced() == null ? "" : range.introduced())
                    .append("..")
                    .append(range.lastAffected() == null ? "" : "=" + range.lastAffected())
                    .append(range.fixed() == null ? "" : range.fixed()));
    return shown.toString();
  }
}
