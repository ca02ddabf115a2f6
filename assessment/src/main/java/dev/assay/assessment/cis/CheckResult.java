package dev.assay.assessment.cis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of one rule on one host.
///
/// @param rule the rule's id in its benchmark
/// @param status as the agent says it, `PASSED`, `FAILED`, `NOT_EVALUATED` and so on
/// @param details what an agent adds, in Base64; empty where it came otherwise
/// @param about what the rule is; nothing but its id is known of some
/// @param reason why it is so; empty where nobody said
public record CheckResult(String rule, String status, String details, About about, String reason) {

  /// What a benchmark says of a rule; null where it was not told.
  public record About(
      @Nullable String title,
      @Nullable String description,
      @Nullable String remediation,
      @Nullable CisLevel level) {
    public static final About NOTHING = new About(null, null, null, null);
  }

  /// A result as a session reports it.
  public static CheckResult reported(String rule, String status, byte[] details) {
    AgentDetails read = AgentDetails.read(details);
    return new CheckResult(
        rule, status, Base64.getEncoder().encodeToString(details), read.about(), read.reason());
  }

  /// `PASSED`, `FAILED` or, of whatever is neither, `SKIPPED`.
  public String outcome() {
    return status.equals("PASSED") || status.equals("FAILED") ? status : "SKIPPED";
  }

  /// The agent's word, and why.
  public String statusReason() {
    return reason.isEmpty() ? status : status + ": " + reason;
  }

  /// The last part of the finding's ARN: the same whenever the rule is reported in a job.
  public UUID finding(String job) {
    return UUID.nameUUIDFromBytes((job + " " + rule).getBytes(StandardCharsets.UTF_8));
  }
}
