package dev.assay.server;

import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditedTransactions;
import dev.assay.assessment.identity.Access;
import dev.assay.assessment.identity.Caller;
import dev.assay.assessment.identity.Credentials;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.server.access.OperationAccess;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Refusal;
import dev.assay.server.http.Request;
import dev.assay.server.limit.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What lies between a signature that holds and the operation it asks for: the caller's rate, their
/// role, and the note in the audit log of what they changed or tried to. Evidence and the agents'
/// reports are no changes: the access log has them.
public final class Gate {
  private final OperationAccess accesses;
  private final RateLimit rate;
  private final Credentials credentials;
  private final Transactions transactions;
  private final AuditLog log;
  private final InstantSource clock;

  Gate(
      OperationAccess accesses,
      RateLimit rate,
      Credentials credentials,
      Transactions transactions,
      AuditLog log,
      InstantSource clock) {
    this.accesses = accesses;
    this.rate = rate;
    this.credentials = credentials;
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  /// Lets a caller through to an operation, or answers why not.
  ///
  /// @param operation with its service, as in `inspector2:ListFindings`
  /// @param detail what the audit log is to hold of the request's parameters; no secret
  public Answer pass(
      Caller caller, String operation, Request request, String detail, Supplier<Answer> call) {
    Duration wait = rate.take(caller.key());
    if (!wait.isZero()) {
      return of(
          caller,
          operation,
          new Refusal(429, "ThrottlingException", "Rate exceeded", Optional.of(wait)).to(request));
    }
    credentials.used(caller.key());
    Optional<Access> access = accesses.of(operation);
    boolean audited = access.filter(Gate::isAudited).isPresent();
    Answer answer =
        access.filter(caller::may).isEmpty()
            ? denied(caller, operation, request)
            : audited
                ? AuditedTransactions.noting(
                    () -> event(caller, operation, request, detail, AuditEvent.COMMITTED),
                    call::get)
                : call.get();
    if (audited && answer.error().isPresent()) {
      AuditEvent failed = event(caller, operation, request, detail, answer.error().get());
      transactions.change(writing -> log.append(writing, failed));
    }
    return of(caller, operation, answer);
  }

  private static boolean isAudited(Access access) {
    return switch (access) {
      case CHANGE, ADMINISTER -> true;
      case READ, SUBMIT, SCAN, SESSION, AUDIT -> false;
    };
  }

  private static Answer denied(Caller caller, String operation, Request request) {
    return new Refusal(
            403,
            "AccessDeniedException",
            "Identity "
                + caller.identity().name()
                + " with the role "
                + caller.identity().role()
                + " may not call "
                + operation)
        .to(request);
  }

  private static Answer of(Caller caller, String operation, Answer answer) {
    return new Answer(answer.response(), Optional.of(caller), operation, answer.error());
  }

  private AuditEvent event(
      Caller caller, String operation, Request request, String detail, String outcome) {
    return new AuditEvent(
        clock.instant(),
        caller.identity().account(),
        caller.identity().name().value(),
        caller.key().value(),
        operation,
        detail,
        request.source(),
        request.id(),
        outcome);
  }
}
