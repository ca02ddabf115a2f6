package dev.assay.store.audit;

import dev.assay.assessment.audit.AuditEntry;
import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditQuery;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The log in PostgreSQL; a trigger of the table refuses whatever is not an addition.
public final class PostgresAuditLog implements AuditLog {
  @Override
  public void append(Writing transaction, AuditEvent event) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into audit_event
              (at, account, actor, key, action, detail, source, request_id, outcome)
            values
              (:at, :account, :actor, :key, :action, :detail, :source, :requestId, :outcome)
            """)
        .bind("at", event.at())
        .bind("account", event.account().value())
        .bind("actor", event.actor())
        .bind("key", event.key())
        .bind("action", event.action())
        .bind("detail", event.detail())
        .bind("source", event.source())
        .bind("requestId", event.requestId())
        .bind("outcome", event.outcome())
        .execute();
  }

  @Override
  public List<AuditEntry> find(Reading transaction, AuditQuery query) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from audit_event
            where account = :account
              and (:actor::text is null or actor = :actor)
              and (:action::text is null or action = :action)
              and (:from::timestamptz is null or at >= :from)
              and (:until::timestamptz is null or at < :until)
              and (:below::bigint is null or number < :below)
            order by number desc limit :most
            """)
        .bind("account", query.account().value())
        .bind("actor", query.actor())
        .bind("action", query.action())
        .bind("from", query.from())
        .bind("until", query.until())
        .bind("below", query.below())
        .bind("most", query.most())
        .map((row, context) -> entry(row))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        new AuditEvent(
            row.getTimestamp("at").toInstant(),
            new AccountId(row.getString("account")),
            row.getString("actor"),
            row.getString("key"),
            row.getString("action"),
            row.getString("detail"),
            row.getString("source"),
            row.getString("request_id"),
            row.getString("outcome")));
  }
}
