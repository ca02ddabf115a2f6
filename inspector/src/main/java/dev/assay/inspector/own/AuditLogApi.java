package dev.assay.inspector.own;

import dev.assay.assessment.audit.AuditEntry;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditQuery;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.assay.AuditEvent;
import dev.assay.awsapi.assay.AuditLogOperations;
import dev.assay.awsapi.assay.AuditOutcome;
import dev.assay.awsapi.assay.ListAuditEventsRequest;
import dev.assay.awsapi.assay.ListAuditEventsResponse;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who changed what.
public final class AuditLogApi implements AuditLogOperations {
  private static final int PAGE = 100;

  private final Transactions transactions;
  private final AuditLog log;

  public AuditLogApi(Transactions transactions, AuditLog log) {
    this.transactions = transactions;
    this.log = log;
  }

  @Override
  public ListAuditEventsResponse listAuditEvents(Caller caller, ListAuditEventsRequest input) {
    if (input.resource() != null) {
      throw Problems.invalid("resource", "the log of this version is not searched by resource");
    }
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE);
    ListTokens tokens =
        Problems.tokens(
            caller,
            "ListAuditEvents",
            input.identity(),
            input.service(),
            input.operation(),
            input.from(),
            input.until());
    AuditQuery query =
        new AuditQuery(
            new AccountId(caller.accountId()),
            Optional.ofNullable(input.identity()),
            action(input),
            Optional.ofNullable(input.from()),
            Optional.ofNullable(input.until()),
            tokens.position(input.nextToken()).map(Long::parseLong),
            size + 1);
    List<AuditEntry> found = transactions.read(reading -> log.find(reading, query));
    List<AuditEntry> page = found.subList(0, Math.min(size, found.size()));
    return ListAuditEventsResponse.builder()
        .events(page.stream().map(AuditLogApi::event).toList())
        .nextToken(
            tokens.token(
                found.size() > size
                    ? Optional.of(String.valueOf(page.getLast().number()))
                    : Optional.empty()))
        .build();
  }

  /// An operation is known with its service only.
  private static Optional<String> action(ListAuditEventsRequest input) {
    String service = input.service();
    String operation = input.operation();
    if (service == null && operation == null) {
      return Optional.empty();
    }
    if (service == null || operation == null) {
      throw Problems.invalid("operation", "service and operation are given together, or neither");
    }
    return Optional.of(service + ":" + operation);
  }

  private static AuditEvent event(AuditEntry entry) {
    var event = entry.event();
    int colon = event.action().indexOf(':');
    boolean committed = event.outcome().equals(dev.assay.assessment.audit.AuditEvent.COMMITTED);
    return AuditEvent.builder()
        .id(String.valueOf(entry.number()))
        .at(event.at())
        .identity(event.actor())
        .accessKeyId(orNull(event.key()))
        .sourceAddress(orNull(event.source()))
        .service(colon < 0 ? "assay" : event.action().substring(0, colon))
        .operation(event.action().substring(colon + 1))
        .requestId(orNull(event.requestId()))
        .outcome(outcome(event.outcome()))
        .errorCode(committed ? null : event.outcome())
        .request(new Json.Text(event.detail()))
        .build();
  }

  private static AuditOutcome outcome(String outcome) {
    return switch (outcome) {
      case dev.assay.assessment.audit.AuditEvent.COMMITTED -> AuditOutcome.SUCCEEDED;
      case "AccessDeniedException" -> AuditOutcome.DENIED;
      case "InternalServerException", "InternalException" -> AuditOutcome.FAILED;
      default -> AuditOutcome.REJECTED;
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
