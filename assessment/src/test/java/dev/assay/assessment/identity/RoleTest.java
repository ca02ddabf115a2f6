package dev.assay.assessment.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleTest {
  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATOR, READ CHANGE SUBMIT SCAN SESSION ENROLL OWN_KEY AUDIT ADMINISTER",
    "AUDITOR,       READ AUDIT",
    "SCANNER,       SUBMIT SCAN",
    "AGENT,         SUBMIT SESSION OWN_KEY",
    "ENROLLMENT,    ENROLL"
  })
  void a_role_may_do_this_and_nothing_else(Role role, String accesses) {
    assertThat(Arrays.stream(Access.values()).filter(role::may).map(Access::name))
        .containsExactly(accesses.split(" "));
  }
}
