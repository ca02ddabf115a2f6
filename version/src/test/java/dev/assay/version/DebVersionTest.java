package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.0, LESS, 1.1",
    "1.9, LESS, 1.10",
    "1.0~rc1, LESS, 1.0",
    "1.0~~, LESS, 1.0~",
    "1.0~, LESS, 1.0",
    "1.0, LESS, 1.0a",
    "1.0a, LESS, 1.0+b1",
    "1.0Z, LESS, 1.0a",
    "1.0+, GREATER, 1.0-1",
    "1.0+, LESS, 1.0.",
    "1.0-1, LESS, 1.0.1-1",
    "1.0, EQUAL, 1.0-0",
    "1.0, EQUAL, 0:1.0",
    "1.010, EQUAL, 1.10",
    "1.0-1, EQUAL, 1.0-01",
    "9999999999999999999999.1, LESS, 10000000000000000000000.0",
    "9:1, LESS, 10:0",
    "2:0.1, GREATER, 1:9.9",
    "1.0-1~deb12u1, LESS, 1.0-1",
    "1.0-1, LESS, 1.0-1+deb12u1",
    "3.0.11-1~deb12u1, LESS, 3.0.11-1~deb12u2",
    "1.0-1-1, GREATER, 1.0-1",
    "1:a:b-1, EQUAL, 1:a:b-1",
    "1.0é, GREATER, 1.0z",
    "1.0é, LESS, 1.0+",
  })
  void comparesAsDpkgDoes(String left, Outcome expected, String right) {
    assertThat(Outcome.of(DebVersion::parse, new NearMisses.Pair(left, right))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":1",
        "a:1",
        "-1:2",
        "1.0:2",
        "1:",
        "1: ",
        "1-",
        "-1",
        "1:-1",
        "1 2",
        "1\t2",
        "2147483648:1",
        "99999999999999999999:1",
        "+:1",
        "1\0"
      })
  void refusesWhatDpkgEndsWithAnErrorFor(String text) {
    assertThatThrownBy(() -> DebVersion.parse(text))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "a1, the upstream version does not start with a digit",
    "1_2, the upstream version has a character that is not allowed",
    "1-2_3, the revision has a character that is not allowed",
    "1:2-3:4, the revision has a character that is not allowed",
    "1é, the upstream version has a character that is not allowed",
  })
  void keepsWhatDpkgWarnsOf(String text, String warning) {
    assertThat(DebVersion.parse(text).warning()).contains(warning);
  }

  @Test
  void splitsAtTheFirstColonAndTheLastHyphen() {
    DebVersion version = DebVersion.parse("2:1.0:rc-3-4+b1");

    assertThat(version.epoch()).isEqualTo(2);
    assertThat(version.upstream()).isEqualTo("1.0:rc-3");
    assertThat(version.revision()).isEqualTo("4+b1");
    assertThat(version.warning()).isEmpty();
  }

  @Test
  void takesBlanksAroundAndAnEpochAsStrtolReadsIt() {
    assertThat(DebVersion.parse(" 1.0\t")).isEqualTo(DebVersion.parse("1.0"));
    assertThat(DebVersion.parse("+1:2")).isEqualTo(DebVersion.parse("1:2"));
    assertThat(DebVersion.parse("-0:2")).isEqualTo(DebVersion.parse("2"));
    assertThat(DebVersion.parse("\n1:2")).isEqualTo(DebVersion.parse("1:2"));
    assertThat(DebVersion.parse("2147483647:1").epoch()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aNativeVersionHasNoRevision() {
    assertThat(DebVersion.parse("20230311").revision()).isEmpty();
  }

  @Test
  void hasNoOrderWithAnotherScheme() {
    assertThatThrownBy(() -> DebVersion.parse("1").compareTo(RpmVersion.parse("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two schemes");
  }
}
