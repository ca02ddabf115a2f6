package dev.assay.feeds.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixingBuildsTest {

  @ParameterizedTest
  @CsvSource({
    "1.0-1.el9, 1.0-1.el9, 1.0-1.el9",
    // built again for a later minor release: the first build has the fix
    "7-7.module+el8.5.0+706+735ec4b3, 7-7.module+el8.4.0+403+9ae17a31,"
        + " 7-7.module+el8.4.0+403+9ae17a31",
    "2.0-3.el8_5.1, 2.0-3.el8_4.1, 2.0-3.el8_4.1",
    "2.0-3.el8_4.2, 2.0-3.el8_4.1, 2.0-3.el8_4.2",
    "1:2.0-3.el8, 2.0-3.el8_4, 1:2.0-3.el8",
    // another release: nothing shows which has the whole fix
    "2.4-39.module+el8.4.0+571+fd70afb1, 2.4-43.module+el8.5.0+714+5ec56ee8,"
        + " 2.4-43.module+el8.5.0+714+5ec56ee8",
    "1.1.2-1.amzn2, 1.1.2-2.amzn2, 1.1.2-2.amzn2",
    "1.10-1.amzn2, 1.9-1.amzn2, 1.10-1.amzn2",
  })
  void of_two_builds_one_decides(String one, String other, String expected) {
    assertThat(FixingBuilds.ranges(List.of(one, other)))
        .containsExactly(VersionRange.before(expected));
    assertThat(FixingBuilds.ranges(List.of(other, one)))
        .containsExactly(VersionRange.before(expected));
  }

  @Test
  void first_and_second_attempt_each_rebuilt_leave_the_first_build_of_the_second() {
    assertThat(
            FixingBuilds.ranges(
                List.of("4-1.el8_4", "4-2.el8_5", "4-1.el8_5", "4-2.el8_6", "4-2.el8_5")))
        .containsExactly(VersionRange.before("4-2.el8_5"));
  }

  @Test
  void no_build_is_no_range() {
    assertThat(FixingBuilds.ranges(List.of())).isEmpty();
  }
}
