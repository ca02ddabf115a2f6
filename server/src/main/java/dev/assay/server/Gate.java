package dev.assay.server;

import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditedTransactions;
import dev.assay.assessment.identity.Access;
import dev.assay.assessment.identity.Caller;
import dev.assay.assessment.identity.Credentials;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.server.access.OperationAccess;
import dev.assay.server.limit.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  public Gate(
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

  /// Lets a caller in, or says how long they have to wait; zero for not at all.
  public Duration enter(Caller caller) {
    Duration wait = rate.take(caller.key());
    if (wait.isZero()) {
      credentials.used(caller.key());
    }
    return wait;
  }

  /// Whether the caller's role may call an operation.
  ///
  /// @param operation with its service, as in `inspector2:ListFindings`
  public boolean mayCall(Caller caller, String operation) {
    return accesses.of(operation).filter(caller::may).isPresent();
  }

  /// Runs an operation; what it changes is noted in the transactions of the changes themselves.
  public <T extends @Nullable Object> T pass(Passage passage, Supplier<T> operation) {
    return isAudited(passage)
        ? AuditedTransactions.noting(() -> event(passage, AuditEvent.COMMITTED), operation::get)
        : operation.get();
  }

  /// Notes that a change was refused or failed.
  public void failed(Passage passage, String error) {
    if (isAudited(passage)) {
      transactions.change(writing -> log.append(writing, event(passage, error)));
    }
  }

  private boolean isAudited(Passage passage) {
    Optional<Access> access = accesses.of(passage.operation());
    return access.isPresent()
        && switch (access.get()) {
          case CHANGE, ADMINISTER, ENROLL, OWN_KEY -> true;
          case READ, SUBMIT, SCAN, SESSION, AUDIT -> false;
        };
  }

  private AuditEvent event(Passage passage, String outcome) {
    Caller caller = passage.caller();
    return new AuditEvent(
        clock.instant(),
        caller.identity().account(),
        caller.identity().name().value(),
        caller.key().value(),
        passage.operation(),
        passage.detail(),
        passage.source(),
        passage.requestId(),
        outcome);
  }

  /// One caller's way to one operation.
  ///
  /// @param detail what the audit log is to hold of the request's parameters; no secret
  public record Passage(
      Caller caller, String operation, String detail, String source, String requestId) {}
}
