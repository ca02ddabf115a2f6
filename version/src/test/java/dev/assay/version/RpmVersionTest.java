package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.0, LESS, 2.0",
    "2.0, LESS, 2.0.1",
    "2.0, EQUAL, 2_0",
    "2.0., EQUAL, 2.0",
    "5.5p1, LESS, 5.5p2",
    "5.5p10, GREATER, 5.5p2",
    "10xyz, LESS, 10.1xyz",
    "xyz.4, LESS, 8",
    "xyz.4, LESS, 2",
    "5.5p2, LESS, 5.6p1",
    "6.0.rc1, GREATER, 6.0",
    "1.0aa, GREATER, 1.0a",
    "1.0010, GREATER, 1.9",
    "1.05, EQUAL, 1.5",
    "1.0~rc1, LESS, 1.0",
    "1.0~rc1~git123, LESS, 1.0~rc1",
    "1.0, LESS, 1.0^",
    "1.0^git1, LESS, 1.0.1",
    "1.0^git1, LESS, 1.01",
    "1.0^git1~pre, LESS, 1.0^git1",
    "1.0~rc1^git1, GREATER, 1.0~rc1",
    "0:1.0-1, EQUAL, 1.0-1",
    ":1.0-1, EQUAL, 1.0-1",
    "1:1.0-1, GREATER, 2.0-1",
    "1.0, LESS, 1.0-1",
    "1.0-, LESS, 1.0-1",
    "1.0, LESS, 1.0-",
    "1.0-1.el9, LESS, 1.0-1.el9_2",
    "1.0-9.el8, LESS, 1.0-10.el8",
    "a:1, EQUAL, a.1",
    "123456789012345678901, LESS, 123456789012345678902",
    "4294967295:1, GREATER, 4294967294:2",
  })
  void comparesAsRpmDoes(String left, Outcome expected, String right) {
    assertThat(Outcome.of(RpmVersion::parse, new NearMisses.Pair(left, right))).isEqualTo(expected);
  }

  @Test
  void splitsAtTheEpochAndTheLastHyphen() {
    RpmVersion version = RpmVersion.parse("32:9.16-rc-1.el9");

    assertThat(version.epoch()).isEqualTo(32);
    assertThat(version.version()).isEqualTo("9.16-rc");
    assertThat(version.release()).contains("1.el9");
    assertThat(RpmVersion.parse("9.16").release()).isEmpty();
    assertThat(RpmVersion.parse("9.16-").release()).contains("");
    assertThat(RpmVersion.parse("9.16").epoch()).isZero();
  }

  @Test
  void refusesTheEmptyTextANulAndAnEpochThatNoHeaderHolds() {
    assertThatThrownBy(() -> RpmVersion.parse("")).isInstanceOf(InvalidVersionException.class);
    assertThatThrownBy(() -> RpmVersion.parse("1\0")).isInstanceOf(InvalidVersionException.class);
    assertThatThrownBy(() -> RpmVersion.parse("4294967296:1"))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContaining("4294967295");
  }

  @ParameterizedTest
  @CsvSource({
    "1.43.5-2.module+el8.4.0+557+48ba8b2f, el8.4.0, 557, 48ba8b2f",
    "1:18.12.1-2.module_el8.7.0+3416+d6a4c6b6, el8.7.0, 3416, d6a4c6b6",
    "1-4.module+el8.9.0+90052+d3bf71d8.1, el8.9.0, 90052, d3bf71d8",
    "1-1.module_f31+6793+1c93c38e, f31, 6793, 1c93c38e",
    "10.3.28-1.module+el8.3.0+10472+7adc332a, el8.3.0, 10472, 7adc332a",
  })
  void tellsTheModuleBuildOfARelease(String text, String platform, String index, String context) {
    assertThat(RpmVersion.parse(text).moduleBuild())
        .contains(new ModuleBuild(platform, index, context));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0-1.el8",
    "1.module+el8.4.0+557+48ba8b2f-1",
    "1.0-1.module",
    "1.0-1.modules_extra+1+2"
  })
  void aPackageOutsideModulesHasNone(String text) {
    assertThat(RpmVersion.parse(text).moduleBuild()).isEmpty();
  }
}
