package dev.assay.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.assessment.identity.Access;
import dev.assay.assessment.identity.Role;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class OperationAccessTest {
  private final OperationAccess accesses = OperationAccess.bundled();

  private static final Set<String> NOT_FOR_AUDITORS =
      Set.of("assay:ListAccessKeys", "assay:ListBenchmarkJobs", "assay:ListEnrollmentTokens");

  /// What only looks is told by its name, with the exceptions that are written here.
  @TestFactory
  Stream<DynamicTest> the_auditor_may_call_what_reads_and_nothing_else() {
    return accesses.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(Role.AUDITOR.may(entry.getValue()))
                            .isEqualTo(
                                isNamedAsReading(entry.getKey())
                                    && !NOT_FOR_AUDITORS.contains(entry.getKey()))));
  }

  @TestFactory
  Stream<DynamicTest> the_administrator_may_call_everything() {
    return accesses.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> assertThat(Role.ADMINISTRATOR.may(entry.getValue())).isTrue()));
  }

  @Test
  void a_scanner_and_an_agent_may_call_these_and_nothing_else() {
    assertThat(callable(Role.SCANNER))
        .containsExactly("assay:SubmitEvidence", "inspector-scan:ScanSbom");
    assertThat(callable(Role.AGENT))
        .containsExactly(
            "assay:ListBenchmarkJobs",
            "assay:RotateAgentKey",
            "assay:SendHeartbeat",
            "assay:SubmitEvidence",
            "inspector2:SendCisSessionHealth",
            "inspector2:SendCisSessionTelemetry",
            "inspector2:StartCisSession",
            "inspector2:StopCisSession");
    assertThat(callable(Role.ENROLLMENT)).containsExactly("assay:EnrollAgent");
  }

  @Test
  void the_services_have_all_their_operations() {
    assertThat(count("inspector:")).isEqualTo(37);
    assertThat(count("inspector2:")).isEqualTo(81);
    assertThat(count("inspector-scan:")).isEqualTo(1);
  }

  @Test
  void nobody_may_call_what_is_not_in_the_table() {
    assertThat(accesses.of("inspector2:Unheard")).isEmpty();
  }

  @Test
  void an_operation_has_one_access() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperationAccess.parse("a:B READ\na:B CHANGE\n"))
        .withMessageContaining("twice");
  }

  private Stream<String> callable(Role role) {
    return accesses.all().entrySet().stream()
        .filter(entry -> role.may(entry.getValue()))
        .map(java.util.Map.Entry::getKey);
  }

  private long count(String service) {
    return accesses.all().keySet().stream().filter(name -> name.startsWith(service)).count();
  }

  private static boolean isNamedAsReading(String operation) {
    return operation.matches(".*:(List|Get|Describe|BatchGet|Search|Preview).*");
  }

  @Test
  void what_changes_who_may_do_what_is_for_administrators() {
    assertThat(accesses.of("assay:CreateAccessKey")).contains(Access.ADMINISTER);
    assertThat(accesses.of("assay:ListAuditEvents")).contains(Access.AUDIT);
  }
}
