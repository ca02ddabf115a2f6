package dev.assay.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.assessment.audit.AuditEntry;
import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditQuery;
import dev.assay.assessment.audit.AuditedTransactions;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresAuditLogTest {
  private static final Database DATABASE = ScratchDatabases.open();
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final Transactions plain = DATABASE.transactions();
  private final AuditLog log = new PostgresAuditLog();
  private final Transactions transactions = new AuditedTransactions(plain, log);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void entries_come_back_whole_and_the_latest_first() {
    AccountId account = new AccountId("111111111111");
    append(event(account, "CreateFilter", NOON));
    append(event(account, "DeleteFilter", NOON.plusSeconds(1)));
    assertThat(find(all(account)))
        .extracting(AuditEntry::event)
        .containsExactly(
            event(account, "DeleteFilter", NOON.plusSeconds(1)),
            event(account, "CreateFilter", NOON));
  }

  @Test
  void a_query_narrows_and_goes_on_where_the_page_before_ended() {
    AccountId account = new AccountId("222222222222");
    append(event(account, "CreateFilter", NOON));
    append(event(account, "DeleteFilter", NOON.plusSeconds(1)));
    append(event(account, "CreateFilter", NOON.plusSeconds(2)));
    AuditQuery creations =
        new AuditQuery(
            account,
            Optional.of("alice"),
            Optional.of("CreateFilter"),
            Optional.of(NOON),
            Optional.of(NOON.plusSeconds(3)),
            Optional.empty(),
            1);
    AuditEntry latest = find(creations).getFirst();
    assertThat(latest.event().at()).isEqualTo(NOON.plusSeconds(2));
    assertThat(find(below(creations, latest.number())))
        .singleElement()
        .extracting(entry -> entry.event().at())
        .isEqualTo(NOON);
  }

  @Test
  void one_account_does_not_see_anothers_entries() {
    append(event(new AccountId("333333333333"), "CreateFilter", NOON));
    assertThat(find(all(new AccountId("444444444444")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set actor = 'mallory'",
        "delete from audit_event",
        "truncate audit_event"
      })
  void the_log_cannot_be_changed(String attempt) {
    AccountId account = new AccountId("555555555555");
    append(event(account, "CreateFilter", NOON));
    List<AuditEntry> before = find(all(account));
    assertThatExceptionOfType(UnableToExecuteStatementException.class)
        .isThrownBy(() -> plain.change(writing -> Handles.of(writing).execute(attempt)))
        .withMessageContaining("added to, never changed");
    assertThat(find(all(account))).isEqualTo(before);
  }

  @Test
  void a_change_and_its_note_are_there_both_or_neither() {
    AccountId account = new AccountId("666666666666");
    AuditEvent note = event(account, "CreateFilter", NOON);
    AuditedTransactions.noting(
        () -> note,
        () -> {
          transactions.<Integer>read(reading -> 1);
          assertThatIllegalStateException()
              .isThrownBy(
                  () ->
                      transactions.change(
                          writing -> {
                            throw new IllegalStateException("no");
                          }));
          return 1;
        });
    assertThat(find(all(account))).isEmpty();
    AuditedTransactions.noting(
        () -> note,
        () -> {
          transactions.change(writing -> Handles.of(writing).execute("create table changed ()"));
          return 1;
        });
    assertThat(find(all(account))).singleElement().returns(note, AuditEntry::event);
  }

  @Test
  void what_no_caller_asked_for_is_not_noted() {
    long before = count();
    transactions.change(writing -> Handles.of(writing).execute("create table unasked ()"));
    assertThat(count()).isEqualTo(before);
  }

  private long count() {
    return plain.read(
        r -> Handles.of(r).createQuery("select count(*) from audit_event").mapTo(Long.class).one());
  }

  private void append(AuditEvent event) {
    plain.change(writing -> log.append(writing, event));
  }

  private List<AuditEntry> find(AuditQuery query) {
    return plain.read(reading -> log.find(reading, query));
  }

  private static AuditQuery all(AccountId account) {
    return new AuditQuery(
        account,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        100);
  }

  private static AuditQuery below(AuditQuery query, long number) {
    return new AuditQuery(
        query.account(),
        query.actor(),
        query.action(),
        query.from(),
        query.until(),
        Optional.of(number),
        query.most());
  }

  private static AuditEvent event(AccountId account, String action, Instant at) {
    return new AuditEvent(
        at,
        account,
        "alice",
        "ASAYAAAAAAAAAAAAAAAA",
        action,
        "{}",
        "192.0.2.1",
        "9a3f",
        AuditEvent.COMMITTED);
  }
}
