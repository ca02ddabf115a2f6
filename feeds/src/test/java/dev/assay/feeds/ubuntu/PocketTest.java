package dev.assay.feeds.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.Ecosystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PocketTest {

  @ParameterizedTest
  @CsvSource({
    "jammy, 22.04, ''",
    "dapper, 6.06, ''",
    "resolute, 26.04, ''",
    "trusty/esm, 14.04, esm-infra",
    "precise/esm, 12.04, esm-infra",
    "esm-infra/xenial, 16.04, esm-infra",
    "esm-infra-legacy/trusty, 14.04, esm-infra-legacy",
    "esm-apps/noble, 24.04, esm-apps",
    "fips/focal, 20.04, fips",
    "fips-updates/bionic, 18.04, fips-updates",
    "ros-esm/xenial, 16.04, ros-esm",
    "realtime/jammy, 22.04, realtime",
  })
  void a_pocket_is_a_release_and_an_archive(String text, String release, String repository) {
    assertThat(Pocket.parse(text))
        .isEqualTo(new Pocket.Archive(new Ecosystem("ubuntu", release), repository));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream",
        "devel",
        "snap",
        "product",
        "product/core20",
        "vivid/ubuntu-core",
        "vivid/stable-phone-overlay"
      })
  void what_no_host_has_is_skipped(String text) {
    assertThat(Pocket.parse(text)).isInstanceOf(Pocket.Skipped.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "zany", "esm-infra/zany", "zany/esm", "Jammy"})
  void an_unknown_release_is_an_error(String text) {
    assertThatThrownBy(() -> Pocket.parse(text)).isInstanceOf(MalformedRecordException.class);
  }
}
