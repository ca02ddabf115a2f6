package dev.assay.feeds.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpmBuildTest {

  @ParameterizedTest
  @CsvSource({
    "python2-babel-0:2.5.1-9.el8.noarch.rpm, python2-babel, 2.5.1-9.el8, noarch",
    "vim-common-2:8.0.1763-19.el8_6.x86_64.rpm, vim-common, 2:8.0.1763-19.el8_6, x86_64",
    "gcc-c++-8.5-1.i686.rpm, gcc-c++, 8.5-1, i686",
    "a-1.0-0:1~rc1-2.module+el8.4.0+403+9ae17a31.src.rpm, a-1.0,"
        + " 1~rc1-2.module+el8.4.0+403+9ae17a31, src",
  })
  void a_file_name_falls_into_its_parts(
      String file, String name, String version, String architecture) {
    assertThat(RpmBuild.parse(file)).isEqualTo(new RpmBuild(name, version, architecture));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bash", "bash-5.rpm", "bash-5-1.x86_64", "a:1-2-3.x86_64.rpm"})
  void anything_else_is_malformed(String file) {
    assertThatThrownBy(() -> RpmBuild.parse(file)).isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void an_epoch_of_nothing_or_zero_is_left_out() {
    assertThat(RpmBuild.of("a", "0", "1", "2", "x86_64").version()).isEqualTo("1-2");
    assertThat(RpmBuild.of("a", "", "1", "2", "x86_64").version()).isEqualTo("1-2");
    assertThat(RpmBuild.of("a", "(none)", "1", "2", "x86_64").version()).isEqualTo("1-2");
    assertThat(RpmBuild.of("a", "10", "1", "2", "x86_64").version()).isEqualTo("10:1-2");
  }

  @Test
  void parts_that_are_missing_or_run_together_are_malformed() {
    assertThatThrownBy(() -> RpmBuild.of("a", "x", "1", "2", ""))
        .hasMessageContaining("epoch of a");
    assertThatThrownBy(() -> RpmBuild.of("a", "", "1-1", "2", ""))
        .isInstanceOf(MalformedRecordException.class);
    assertThatThrownBy(() -> RpmBuild.of(" ", "", "1", "2", ""))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void a_release_tells_of_a_module() {
    assertThat(RpmBuild.of("a", "", "1", "2.module_el8.5.0+1+abc", "").isModular()).isTrue();
    assertThat(RpmBuild.of("a", "", "1", "2.el8", "").isModular()).isFalse();
  }
}
