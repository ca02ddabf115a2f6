package dev.assay.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Credential;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.Identity;
import dev.assay.assessment.identity.IdentityException;
import dev.assay.assessment.identity.IdentityException.Reason;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.store.signal.PostgresSignals;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {
  private static final DatabaseAddress ADDRESS = ScratchDatabases.newAddress();
  private static final MasterKey MASTER = MasterKey.parse(MasterKey.generate());
  private static final Node HERE = new Node();
  private static final Node THERE = new Node();

  private static final AccountId ACCOUNT = new AccountId("123456789012");
  private static final AccountId OTHER = new AccountId("210987654321");
  private static final IdentityName ALICE = new IdentityName("alice");
  private static final IdentityName BOB = new IdentityName("bob");
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final Duration SECONDS = Duration.ofSeconds(5);

  private final Identities identities =
      new Identities(HERE.store, InstantSource.fixed(NOW), new SecureRandom());
  private NewAccessKey alices = firstAdministrator();

  @AfterAll
  static void close() {
    HERE.close();
    THERE.close();
  }

  @BeforeEach
  void one_administrator() {
    transactions().change(w -> Handles.of(w).execute("delete from identity"));
    alices = firstAdministrator();
  }

  private NewAccessKey firstAdministrator() {
    return transactions().write(w -> identities.recover(w, ACCOUNT, ALICE));
  }

  @Test
  void a_key_leads_to_its_identity_and_secret_on_every_node() {
    Credential found = THERE.credentials.find(alices.key().id()).orElseThrow();
    assertThat(found.caller().identity())
        .isEqualTo(new Identity(ACCOUNT, ALICE, Role.ADMINISTRATOR, NOW));
    assertThat(found.secret().reveal()).isEqualTo(alices.secret().reveal());
  }

  @Test
  void a_key_has_the_form_that_clients_expect_and_its_secret_does_not_show() {
    assertThat(alices.key().id().value()).matches("[A-Z2-7]{20}").startsWith("ASAY");
    assertThat(alices.secret().reveal()).matches("[A-Za-z0-9]{40}");
    assertThat(alices.toString()).doesNotContain(alices.secret().reveal());
  }

  @Test
  void an_unknown_key_leads_nowhere() {
    assertThat(HERE.credentials.find(new AccessKeyId("ASAYAAAAAAAAAAAAAAAA"))).isEmpty();
  }

  @Test
  void the_look_up_asks_the_database_once() {
    HERE.credentials.find(alices.key().id());
    Database closed = Database.open(ADDRESS, 1);
    CachedCredentials cached =
        new CachedCredentials(
            HERE.store, closed.transactions(), HERE.signals, InstantSource.system());
    assertThat(cached.find(alices.key().id())).isPresent();
    closed.close();
    assertThat(cached.find(alices.key().id())).isPresent();
  }

  @Test
  void a_revoked_key_is_refused_on_all_nodes_within_seconds_and_let_in_again_after() {
    NewAccessKey bobs = bobsKey(Role.AUDITOR);
    AccessKeyId id = bobs.key().id();
    assertThat(THERE.credentials.find(id)).isPresent();
    transactions().change(w -> identities.setActive(w, ACCOUNT, id, false));
    eventually(() -> THERE.credentials.find(id).isEmpty());
    eventually(() -> HERE.credentials.find(id).isEmpty());
    transactions().change(w -> identities.setActive(w, ACCOUNT, id, true));
    eventually(() -> THERE.credentials.find(id).isPresent());
  }

  @Test
  void a_removed_identity_loses_its_keys_on_all_nodes() {
    NewAccessKey bobs = bobsKey(Role.AUDITOR);
    assertThat(THERE.credentials.find(bobs.key().id())).isPresent();
    transactions().change(w -> identities.remove(w, ACCOUNT, BOB));
    eventually(() -> THERE.credentials.find(bobs.key().id()).isEmpty());
  }

  @Test
  void a_key_is_rotated_by_making_a_second_and_removing_the_first() {
    NewAccessKey second = transactions().write(w -> identities.createKey(w, ACCOUNT, ALICE));
    refused(
        Reason.TOO_MANY, () -> transactions().write(w -> identities.createKey(w, ACCOUNT, ALICE)));
    transactions().change(w -> identities.removeKey(w, ACCOUNT, alices.key().id()));
    assertThat(keys(ALICE)).extracting(AccessKey::id).containsExactly(second.key().id());
  }

  @Test
  void the_last_administrator_cannot_shut_everyone_out() {
    AccessKeyId only = alices.key().id();
    refused(
        Reason.LAST_ADMINISTRATOR,
        () -> transactions().write(w -> done(() -> identities.removeKey(w, ACCOUNT, only))));
    refused(
        Reason.LAST_ADMINISTRATOR,
        () -> transactions().write(w -> done(() -> identities.setActive(w, ACCOUNT, only, false))));
    refused(
        Reason.LAST_ADMINISTRATOR,
        () -> transactions().write(w -> done(() -> identities.remove(w, ACCOUNT, ALICE))));
    assertThat(keys(ALICE)).singleElement().returns(true, AccessKey::active);
  }

  @Test
  void two_administrators_who_remove_each_other_at_once_do_not_both_succeed() throws Exception {
    bobsKey(Role.ADMINISTRATOR);
    int removed = 0;
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> ends =
          List.of(both.submit(() -> removes(ALICE)), both.submit(() -> removes(BOB)));
      for (Future<Boolean> end : ends) {
        removed += end.get() ? 1 : 0;
      }
    }
    assertThat(removed).isEqualTo(1);
  }

  private boolean removes(IdentityName name) {
    try {
      transactions().change(w -> identities.remove(w, ACCOUNT, name));
      return true;
    } catch (IdentityException last) {
      return false;
    }
  }

  @Test
  void an_account_does_not_reach_into_another() {
    AccessKeyId id = alices.key().id();
    refused(
        Reason.NOT_FOUND,
        () -> transactions().write(w -> done(() -> identities.removeKey(w, OTHER, id))));
    refused(
        Reason.NOT_FOUND, () -> transactions().write(w -> identities.createKey(w, OTHER, ALICE)));
    assertThat(transactions().<List<Identity>>read(r -> HERE.store.identities(r, OTHER))).isEmpty();
  }

  @Test
  void a_name_is_taken_once() {
    refused(
        Reason.EXISTS,
        () -> transactions().write(w -> identities.create(w, ACCOUNT, ALICE, Role.AUDITOR)));
  }

  @Test
  void a_recovered_administrator_has_one_new_key() {
    NewAccessKey recovered = firstAdministrator();
    assertThat(recovered.key().id()).isNotEqualTo(alices.key().id());
    eventually(() -> THERE.credentials.find(alices.key().id()).isEmpty());
    assertThat(keys(ALICE)).extracting(AccessKey::id).containsExactly(recovered.key().id());
  }

  @Test
  void the_last_use_is_written_down() {
    HERE.credentials.used(alices.key().id());
    HERE.credentials.flush();
    assertThat(keys(ALICE).getFirst().lastUsedAt()).isPresent();
  }

  @Test
  void no_secret_lies_in_the_database_in_the_clear() {
    byte[] kept =
        transactions()
            .read(
                r ->
                    Handles.of(r)
                        .createQuery("select secret from access_key where id = :id")
                        .bind("id", alices.key().id().value())
                        .mapTo(byte[].class)
                        .one());
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(alices.secret().reveal());
  }

  @Test
  void another_master_key_reads_nothing() {
    PostgresIdentityStore stranger =
        new PostgresIdentityStore(MasterKey.parse(MasterKey.generate()), HERE.signals);
    assertThatThrownBy(
            () ->
                transactions()
                    .<Optional<Credential>>read(r -> stranger.credential(r, alices.key().id())))
        .isInstanceOf(WrongMasterKeyException.class);
    assertThatThrownBy(
            () ->
                transactions()
                    .read(
                        r -> {
                          stranger.checkMasterKey(r);
                          return 1;
                        }))
        .isInstanceOf(WrongMasterKeyException.class);
  }

  @Test
  void a_secret_moved_to_another_key_is_not_taken() {
    NewAccessKey bobs = bobsKey(Role.AUDITOR);
    transactions()
        .change(
            w ->
                Handles.of(w)
                    .execute(
                        "update access_key set secret = (select secret from access_key where id = ?)"
                            + " where id = ?",
                        bobs.key().id().value(),
                        alices.key().id().value()));
    assertThatThrownBy(
            () ->
                transactions()
                    .<Optional<Credential>>read(r -> HERE.store.credential(r, alices.key().id())))
        .isInstanceOf(WrongMasterKeyException.class);
  }

  private NewAccessKey bobsKey(Role role) {
    return transactions()
        .write(
            w -> {
              identities.create(w, ACCOUNT, BOB, role);
              return identities.createKey(w, ACCOUNT, BOB);
            });
  }

  private static List<AccessKey> keys(IdentityName owner) {
    return transactions().read(r -> HERE.store.keys(r, ACCOUNT, owner));
  }

  private static Transactions transactions() {
    return HERE.database.transactions();
  }

  private static void refused(Reason reason, Callable<?> change) {
    assertThatExceptionOfType(IdentityException.class)
        .isThrownBy(change::call)
        .returns(reason, IdentityException::reason);
  }

  private static boolean done(Runnable change) {
    change.run();
    return true;
  }

  private static void eventually(java.util.function.BooleanSupplier holds) {
    Instant end = Instant.now().plus(SECONDS);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  /// What each node has.
  private static final class Node {
    final Database database = Database.open(ADDRESS, 4);
    final PostgresSignals signals = new PostgresSignals(database);
    final PostgresIdentityStore store = new PostgresIdentityStore(MASTER, signals);
    final CachedCredentials credentials =
        new CachedCredentials(store, database.transactions(), signals, InstantSource.system());

    void close() {
      credentials.close();
      signals.close();
      database.close();
    }
  }
}
