package dev.assay.assessment.audit;

import dev.assay.assessment.tenant.AccountId;
import java.time.Instant;

/// One line of the audit log.
///
/// @param account whose data the change is about
/// @param actor the identity's name, or the command on the server's machine
/// @param key the access key it signed with; empty where there was none
/// @param action the operation with its service, as in `inspector2:CreateFilter`
/// @param detail what the change was about: the request's parameters in JSON, shortened
/// @param source the network address it came from; empty where it came from the machine itself
/// @param requestId the one that the caller was told
/// @param outcome `COMMITTED`, or the code of the error that the caller was told
public record AuditEvent(
    Instant at,
    AccountId account,
    String actor,
    String key,
    String action,
    String detail,
    String source,
    String requestId,
    String outcome) {
  public static final String COMMITTED = "COMMITTED";
}
