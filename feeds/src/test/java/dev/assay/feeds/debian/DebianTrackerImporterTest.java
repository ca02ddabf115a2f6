package dev.assay.feeds.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedEntry;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianTrackerImporterTest {
  private final DebianTrackerImporter importer = new DebianTrackerImporter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "status": "resolved", "fixed_version": "2.0-1"                     | FIXED | |
          "status": "resolved", "fixed_version": "0"                         | NOT_AFFECTED | |
          "status": "open"                                                   | AFFECTED | |
          "status": "open", "nodsa": "Minor issue", "nodsa_reason": ""       | AFFECTED | | no-dsa: Minor issue
          "status": "open", "nodsa": "Minor issue", "nodsa_reason": "ignored" | WILL_NOT_FIX | | ignored: Minor issue
          "status": "open", "nodsa": "Later", "nodsa_reason": "postponed"    | FIX_DEFERRED | | postponed: Later
          "status": "open", "urgency": "unimportant"                         | AFFECTED | unimportant |
          "status": "open", "urgency": "not yet assigned"                    | AFFECTED | |
          "status": "open", "urgency": "end-of-life"                         | END_OF_LIFE | end-of-life |
          "status": "undetermined"                                           | UNDER_INVESTIGATION | |
          """)
  void each_status_of_the_tracker_has_its_own(
      String release, String status, String severity, String note) throws IOException {
    AffectedPackage affected =
        advisory(
                "{\"nano\": {\"CVE-2024-0001\": {\"releases\": {\"bookworm\": {"
                    + release
                    + "}}}}}")
            .affected()
            .getFirst();
    assertThat(affected.ecosystem()).hasToString("debian:12");
    assertThat(affected.status()).hasToString(status);
    assertThat(affected.vendorSeverity()).isEqualTo(severity);
    assertThat(affected.note()).isEqualTo(note);
  }

  @Test
  void a_vulnerability_of_several_packages_is_one_record() throws IOException {
    Advisory advisory =
        advisory(
            """
            {"expat": {"CVE-2024-0001": {"description": "Bad.",
               "releases": {"sid": {"status": "open"}, "trixie": {"status": "open"}}}},
             "firefox": {"CVE-2024-0001": {"releases": {"sid": {"status": "open"}}}}}
            """);
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(advisory.description()).isEqualTo("Bad.");
    assertThat(advisory.affected())
        .extracting(it -> it.ecosystem() + " " + it.name())
        .containsExactly("debian:sid expat", "debian:13 expat", "debian:sid firefox");
  }

  @Test
  void what_cannot_be_understood_is_rejected_alone() throws IOException {
    List<FeedRecord> records =
        read(
            """
            {"nano": {
               "CVE-2024-0001": {"releases": {
                 "slink": {"status": "open"}, "sid": {"status": "mended"},
                 "forky": {"status": "open"}}},
               "CVE-2024-0002": {}},
             "vi": 1}
            """);
    assertThat(records)
        .filteredOn(RejectedRecord.class::isInstance)
        .extracting("why")
        .containsExactly(
            "nano.CVE-2024-0001.releases.slink is no release that is known",
            "nano.CVE-2024-0001.releases.sid.status is unknown: \"mended\"",
            "nano.CVE-2024-0002.releases is missing",
            "vi is not an object");
    assertThat(((Advisory) records.get(4)).affected()).hasSize(1);
  }

  @Test
  void other_documents_are_not_taken_for_the_trackers() {
    for (String text : List.of("{\"id\": \"CVE-2024-0001\"}", "{\"a\": {\"b\": {}}}", "[]", "")) {
      assertThat(importer.recognises(entry(text))).isFalse();
    }
  }

  private Advisory advisory(String text) throws IOException {
    return (Advisory) read(text).getFirst();
  }

  private List<FeedRecord> read(String text) throws IOException {
    FeedEntry entry = entry(text);
    assertThat(importer.recognises(entry)).isTrue();
    List<FeedRecord> records = new ArrayList<>();
    importer.read(entry, records::add);
    return records;
  }

  private static FeedEntry entry(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return new FeedEntry() {
      @Override
      public String path() {
        return "data.json";
      }

      @Override
      public byte[] head() {
        return content;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }
}
