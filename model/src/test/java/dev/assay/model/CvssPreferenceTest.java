package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvssPreferenceTest {
  @ParameterizedTest
  @CsvSource({
    "CISA-ADP 3.1|NVD 3.1|Red Hat 3.1, NVD 3.1",
    "CISA-ADP 3.1|curl 3.1, curl 3.1",
    "Red Hat 3.1|redhat 3.1, redhat 3.1",
    "SUSE 3.1|Ubuntu 3.1, SUSE 3.1",
    "NVD 2.0|NVD 4.0|NVD 3.0|NVD 3.1, NVD 3.1",
    "NVD 2.0|NVD 4.0, NVD 4.0",
    "NVD 2.0|curl 3.1, NVD 2.0",
  })
  void nvd_comes_before_the_cna_and_the_cna_before_others(String scores, String preferred) {
    List<CvssScore> all = Stream.of(scores.split("\\|")).map(CvssPreferenceTest::score).toList();
    assertThat(CvssPreference.of(all)).contains(score(preferred));
  }

  @Test
  void where_nobody_scored_there_is_none() {
    assertThat(CvssPreference.of(List.of())).isEmpty();
  }

  private static CvssScore score(String scorerAndVersion) {
    int space = scorerAndVersion.lastIndexOf(' ');
    return new CvssScore(
        scorerAndVersion.substring(0, space),
        scorerAndVersion.substring(space + 1),
        "a vector",
        5.0);
  }
}
