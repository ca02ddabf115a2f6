package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssScoreTest {

  @ParameterizedTest
  @CsvSource({
    "3.1, 10.0, CRITICAL",
    "3.1,  9.0, CRITICAL",
    "3.1,  8.9, HIGH",
    "3.0,  7.0, HIGH",
    "4.0,  6.9, MEDIUM",
    "4.0,  4.0, MEDIUM",
    "3.1,  3.9, LOW",
    "3.1,  0.1, LOW",
    "3.1,  0.0, INFORMATIONAL",
    "4.0,  9.3, CRITICAL",
    "2.0, 10.0, HIGH",
    "2.0,  7.0, HIGH",
    "2.0,  6.9, MEDIUM",
  })
  void the_rating_is_that_of_the_scores_version(String version, double score, Severity rating) {
    assertThat(new CvssScore("NVD", version, "a vector", score).severity()).isEqualTo(rating);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_score_is_from_0_to_10(double score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CvssScore("NVD", "3.1", "a vector", score))
        .withMessageContaining(String.valueOf(score));
  }

  @Test
  void an_unjudged_vulnerability_is_below_every_rating() {
    assertThat(Severity.values()).allMatch(severity -> severity.isAtLeast(Severity.UNTRIAGED));
    assertThat(Severity.UNTRIAGED.isAtLeast(Severity.INFORMATIONAL)).isFalse();
  }
}
