package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VersionRangeTest {

  @Test
  void a_range_has_one_end_at_the_most() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VersionRange("1", "2", "3"))
        .withMessageContaining("2, 3");
  }
}
