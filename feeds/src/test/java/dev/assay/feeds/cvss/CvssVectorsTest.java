package dev.assay.feeds.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.CvssScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssVectorsTest {
  @ParameterizedTest
  @CsvSource({
    "AV:N/AC:L/Au:N/C:C/I:C/A:C, 2.0, 10.0",
    "(AV:N/AC:M/Au:N/C:N/I:P/A:N), 2.0, 4.3",
    "CVSS2#AV:L/AC:L/Au:N/C:P/I:P/A:P, 2.0, 4.6",
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 3.0, 9.8",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 3.1, 10.0",
    "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:N, 3.1, 0.0",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 4.0, 10.0",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N, 4.0, 6.9",
    "CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 4.0, 8.9"
  })
  void vectors_of_every_version_are_scored(String vector, String version, double score) {
    CvssScore scored = CvssVectors.score("NVD", vector);
    assertThat(scored.version()).isEqualTo(version);
    assertThat(scored.baseScore()).isEqualTo(score);
    assertThat(scored.scorer()).isEqualTo("NVD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "CVSS:3.1",
        "CVSS:3.1/AV:N",
        "CVSS:9.9/AV:N/AC:L",
        "AV:N/AC:L",
        "CVSS:4.0/AV:N",
        "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "(((((",
        "🦊"
      })
  void what_is_no_vector_has_no_score(String text) {
    assertThat(CvssVectors.scoreLenient("NVD", text)).isEmpty();
    assertThatThrownBy(() -> CvssVectors.score("NVD", text))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void an_endless_vector_is_refused() {
    assertThat(CvssVectors.scoreLenient("NVD", "CVSS:3.1/" + "AV:N/".repeat(100_000))).isEmpty();
  }
}
