package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CvssScore;
import dev.assay.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  private static final CvssScore NVD =
      new CvssScore("NVD", "3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8);
  private static final CvssScore OTHER =
      new CvssScore("CISA-ADP", "3.1", "CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N", 2.5);

  @ParameterizedTest
  @CsvSource({
    "critical, CRITICAL",
    "Important, HIGH",
    "high, HIGH",
    "Moderate, MEDIUM",
    "medium, MEDIUM",
    "low**, LOW",
    "Low, LOW",
    "negligible, INFORMATIONAL",
    "unimportant, INFORMATIONAL",
    "not yet assigned, CRITICAL",
    "untriaged, CRITICAL",
    "end-of-life, CRITICAL"
  })
  void the_vendors_word_comes_first_and_cvss_where_it_decides_nothing(
      String word, Severity expected) {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .rated(word)
            .fixedIn("8")
            .vulnerability("CVE-1", List.of(), OTHER, NVD);
    assertThat(Host.debian("12").with("curl", "7").finding(known).severity()).isEqualTo(expected);
  }

  @Test
  void without_any_rating_it_is_untriaged() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").fixedIn("8");
    assertThat(Host.debian("12").with("curl", "7").finding(known).severity())
        .isEqualTo(Severity.UNTRIAGED);
  }

  @Test
  void the_worst_package_in_use_sets_the_findings_severity() {
    Known known =
        new Known()
            .of("debian:12", "a", "CVE-1")
            .rated("low")
            .fixedIn("8")
            .of("debian:12", "b", "CVE-1")
            .rated("high")
            .fixedIn("8");
    assertThat(Host.debian("12").with("a", "7").with("b", "7").finding(known).severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void findings_are_ordered_worst_first() {
    Known known =
        new Known()
            .of("debian:12", "a", "CVE-1")
            .rated("low")
            .fixedIn("8")
            .of("debian:12", "a", "CVE-2")
            .rated("high")
            .fixedIn("8");
    assertThat(Host.debian("12").with("a", "7").found(known)).containsExactly("CVE-2", "CVE-1");
  }
}
