package dev.assay.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.archive.Packed;
import dev.assay.model.SourceInfo.DateOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that lie beside feeds.
class CompanionFilesTest {
  @Test
  void a_manifest_tells_days_and_licences() throws IOException {
    FeedManifest manifest =
        manifest("{\"a\": {\"snapshotDate\": \"2025-02-12\", \"licence\": \"CC0\"}, \"b\": {}}");
    assertThat(manifest.facts("a"))
        .contains(new FeedManifest.Facts(LocalDate.of(2025, 2, 12), DateOrigin.MANIFEST, "CC0"));
    assertThat(manifest.facts("b")).contains(FeedManifest.Facts.NONE);
    assertThat(manifest.facts("c")).isEmpty();
  }

  @Test
  void a_manifest_with_a_day_that_is_none_is_malformed() {
    assertThatThrownBy(() -> manifest("{\"a\": {\"snapshotDate\": \"soon\"}}"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("a.snapshotDate is not a day: \"soon\"");
  }

  @Test
  void a_checksum_list_is_read_in_each_of_its_forms() throws IOException {
    String digest = "ab".repeat(32);
    assertThat(
            Checksums.read(
                new ByteArrayInputStream(
                    Packed.text(digest + "  ./os/a\n" + digest + " *b c\n# remark\nshort  x\n"))))
        .containsOnlyKeys("os/a", "b c")
        .containsValue(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, true", "LICENSE, true", "lang/LICENSES/CC0.txt, true", "SHA256SUMS, true",
    "manifest.json, true", "key.asc, true", ".gitignore, true", "license_gcr.json, false",
    "security-support-ended.deb10, false", "2023/CVE-2023-1.json, false"
  })
  void companions_are_known_by_name(String path, boolean companion) {
    assertThat(NotAFeed.companion(path).isPresent()).isEqualTo(companion);
  }

  @FuzzTest
  void any_bytes_are_a_manifest_or_malformed(byte[] bytes) throws IOException {
    try {
      assertThat(FeedManifest.read(new ByteArrayInputStream(bytes))).isNotNull();
    } catch (MalformedRecordException malformed) {
      assertThat(malformed.problem()).isNotBlank();
    }
    assertThat(Checksums.read(new ByteArrayInputStream(bytes))).isNotNull();
  }

  private static FeedManifest manifest(String text) throws IOException {
    return FeedManifest.read(new ByteArrayInputStream(Packed.text(text)));
  }
}
