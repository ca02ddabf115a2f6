package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApkVersionTest {
  @ParameterizedTest
  @CsvSource({
    "2.34, GREATER, 0.1.0_alpha",
    "0.1.0_alpha, EQUAL, 0.1.0_alpha",
    "0.1.0_alpha, LESS, 0.1.0_alpha2",
    "1.1_alpha1, LESS, 1.1",
    "1.0_rc1, LESS, 1.0",
    "1.0, LESS, 1.0-r0",
    "1.0-r0, LESS, 1.0_p1",
    "1.0_p1, LESS, 1.0_p2",
    "1.0_p9-r0, LESS, 1.0_p10-r0",
    "1.0_p1, LESS, 1.0a",
    "1.0a, LESS, 1.0.1",
    "2.3.0b-r1, LESS, 2.3.0b-r2",
    "1.06-r6, LESS, 006",
    "1.0.4, LESS, 1.05",
    "1.05, LESS, 1.1",
    "1.02.07, LESS, 1.02.10-r1",
    "1.2.07.8, LESS, 1.2.12.04",
    "8.2.0015, LESS, 8.2.002",
    "2.15.05, LESS, 2.16.01",
    "20050718-r1, LESS, 20050718-r2",
    "0.1.0_alpha_pre2, LESS, 0.1.0_alpha",
    "1.0.0_pre20191002222144-r0, LESS, 1.0.0_pre20210530193627-r0",
    "1.3_pre1-r1, LESS, 1.3.2",
    "3.9.8-r5, LESS, 3.9.8-r10",
    "6.6.4p1-r1, LESS, 6.6.4p1-r2",
    "6.6.4p1-r2, LESS, 6.6.4p2-r0",
    "6.6.4p-r2, LESS, 6.6.4p1-r0",
    "1.0a01, EQUAL, 1.0a1",
    "1.18.-r2, GREATER, 1.18.0-r9",
    "1.18.-r2, LESS, 1.18.1-r0",
    "1.18.-r2, GREATER, 1.18-r9",
    "1.0~0a1b, LESS, 1.0~0a1c",
    "1.0-r1, LESS, 1.0~0a1b-r0",
    "1.0~0a1b-r0, LESS, 1.0~0a1b-r1",
    "1.0_cvs, LESS, 1.0_svn",
    "1.0_git, LESS, 1.0_hg",
    "1.0_alpha9, LESS, 1.0_beta",
    "18446744073709551615, GREATER, 1",
    "18446744073709551617, EQUAL, 1",
  })
  void comparesAsApkDoes(String left, Outcome expected, String right) {
    assertThat(Outcome.of(ApkVersion::parse, new NearMisses.Pair(left, right))).isEqualTo(expected);
    assertThat(Outcome.of(SlowApk.compare(left, right))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        ".1",
        "-r0",
        "1.0bc",
        "1.0_",
        "1.0_foo",
        "1.0_alphabet",
        "1.0-0",
        "1.0-r",
        "1.0-r1-r2",
        "1.0-r1_p1",
        "1.0-r1.2",
        "4.10-1-r1",
        "2021-03-27-r5",
        "1.0A",
        "1.0 ",
        "1.0~",
        "1.0~xyz",
        "1.0~ab~cd",
        "1.0-r1~ab",
        "1.0_p1a",
        "1.0_p1.2",
        "1.0+1",
        "1:1.0",
        "1.0é"
      })
  void refusesWhatApkRefuses(String text) {
    assertThat(SlowApk.isValid(text)).isFalse();
    assertThatThrownBy(() -> ApkVersion.parse(text))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void agreesWithTheStateMachineOnWhatIsAVersion() {
    int refused = 0;
    for (NearMisses.Pair pair : NearMisses.apk(21).pairs(20_000)) {
      boolean valid = SlowApk.isValid(pair.left()) && SlowApk.isValid(pair.right());
      assertThat(Outcome.of(ApkVersion::parse, pair) != Outcome.REFUSED)
          .as("%s", pair)
          .isEqualTo(valid);
      refused += valid ? 0 : 1;
    }
    assertThat(refused).isBetween(4_000, 16_000);
  }
}
