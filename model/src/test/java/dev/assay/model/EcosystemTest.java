package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcosystemTest {

  @ParameterizedTest
  @CsvSource({"debian:12, debian, 12", "npm, npm, ''", "suse:15:sp4, suse, 15:sp4"})
  void the_name_ends_at_the_first_colon(String text, String name, String release) {
    Ecosystem ecosystem = Ecosystem.parse(text);
    assertThat(ecosystem).isEqualTo(new Ecosystem(name, release)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":12"})
  void an_ecosystem_has_a_name(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Ecosystem.parse(text));
  }

  @Test
  void the_order_is_by_name_and_then_by_release() {
    assertThat(
            Stream.of("debian:9", "alpine:3.20", "debian", "debian:12")
                .map(Ecosystem::parse)
                .sorted())
        .map(Ecosystem::toString)
        .containsExactly("alpine:3.20", "debian", "debian:12", "debian:9");
  }
}
