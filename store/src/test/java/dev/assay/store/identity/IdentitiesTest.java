package dev.assay.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKey.Status;
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
import dev.assay.assessment.transaction.Writing;
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
    transactions()
        .change(w -> Handles.of(w).execute("delete from access_key; delete from identity"));
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
  void a_revoked_key_is_refused_on_all_nodes_within_seconds() {
    AccessKeyId id = bobsKey(Role.AUDITOR).key().id();
    assertThat(THERE.credentials.find(id)).isPresent();
    transactions().change(w -> identities.revoke(w, ACCOUNT, id));
    eventually(() -> THERE.credentials.find(id).isEmpty());
    eventually(() -> HERE.credentials.find(id).isEmpty());
    assertThat(keys(BOB)).singleElement().returns(Status.REVOKED, key -> key.status(NOW));
  }

  @Test
  void a_rotated_key_counts_until_the_overlap_ends() {
    AccessKeyId old = bobsKey(Role.AUDITOR).key().id();
    NewAccessKey next =
        transactions().write(w -> identities.rotate(w, ACCOUNT, old, Duration.ofHours(1)));
    assertThat(keys(BOB))
        .extracting(key -> key.status(NOW))
        .containsExactly(Status.ACTIVE, Status.ACTIVE);
    assertThat(keys(BOB))
        .filteredOn(key -> key.status(NOW.plus(Duration.ofHours(1))) == Status.ACTIVE)
        .extracting(AccessKey::id)
        .containsExactly(next.key().id());
  }

  @Test
  void an_expired_key_lets_nobody_in() {
    AccessKeyId old = bobsKey(Role.AUDITOR).key().id();
    // The clock of these identities stands in the past, that of the cache does not.
    Duration untilThen = Duration.between(NOW, Instant.now()).minusHours(1);
    transactions().change(w -> HERE.store.expire(w, ACCOUNT, old, NOW.plus(untilThen)));
    eventually(() -> THERE.credentials.find(old).isEmpty());
  }

  @Test
  void an_identity_has_two_active_keys_at_most() {
    transactions().change(w -> newKey(w, ALICE, Role.ADMINISTRATOR));
    refused(Reason.QUOTA, () -> transactions().write(w -> newKey(w, ALICE, Role.ADMINISTRATOR)));
    transactions().change(w -> identities.revoke(w, ACCOUNT, alices.key().id()));
    transactions().change(w -> newKey(w, ALICE, Role.ADMINISTRATOR));
    assertThat(keys(ALICE)).hasSize(3);
  }

  @Test
  void keys_come_in_pages() {
    bobsKey(Role.AUDITOR);
    List<AccessKey> first =
        transactions()
            .read(r -> HERE.store.keys(r, ACCOUNT, Optional.empty(), Optional.empty(), 1));
    List<AccessKey> second =
        transactions()
            .read(
                r ->
                    HERE.store.keys(
                        r, ACCOUNT, Optional.empty(), Optional.of(first.getFirst().id()), 9));
    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void the_last_administrator_cannot_shut_everyone_out() {
    refused(
        Reason.CONFLICT,
        () -> transactions().write(w -> identities.revoke(w, ACCOUNT, alices.key().id())));
    assertThat(keys(ALICE)).singleElement().returns(Status.ACTIVE, key -> key.status(NOW));
  }

  @Test
  void two_administrators_who_shut_each_other_out_at_once_do_not_both_succeed() throws Exception {
    AccessKeyId bobs = bobsKey(Role.ADMINISTRATOR).key().id();
    int revoked = 0;
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> ends =
          List.of(both.submit(() -> revokes(bobs)), both.submit(() -> revokes(alices.key().id())));
      for (Future<Boolean> end : ends) {
        revoked += end.get() ? 1 : 0;
      }
    }
    assertThat(revoked).isEqualTo(1);
  }

  private boolean revokes(AccessKeyId id) {
    try {
      transactions().change(w -> identities.revoke(w, ACCOUNT, id));
      return true;
    } catch (IdentityException last) {
      return false;
    }
  }

  @Test
  void an_account_does_not_reach_into_another() {
    refused(
        Reason.NOT_FOUND,
        () -> transactions().write(w -> identities.revoke(w, OTHER, alices.key().id())));
    assertThat(
            transactions()
                .<List<AccessKey>>read(
                    r -> HERE.store.keys(r, OTHER, Optional.empty(), Optional.empty(), 9)))
        .isEmpty();
  }

  @Test
  void a_role_is_not_changed_by_asking_for_another() {
    refused(Reason.CONFLICT, () -> transactions().write(w -> newKey(w, ALICE, Role.AUDITOR)));
  }

  @Test
  void a_recovered_administrator_has_one_new_key() {
    NewAccessKey recovered = firstAdministrator();
    assertThat(recovered.key().id()).isNotEqualTo(alices.key().id());
    eventually(() -> THERE.credentials.find(alices.key().id()).isEmpty());
    assertThat(keys(ALICE))
        .filteredOn(key -> key.status(NOW) == Status.ACTIVE)
        .extracting(AccessKey::id)
        .containsExactly(recovered.key().id());
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
    return transactions().write(w -> newKey(w, BOB, role));
  }

  private NewAccessKey newKey(Writing transaction, IdentityName name, Role role) {
    return identities.createKey(transaction, ACCOUNT, name, role, "", Optional.empty());
  }

  private static List<AccessKey> keys(IdentityName owner) {
    return transactions()
        .read(r -> HERE.store.keys(r, ACCOUNT, Optional.of(owner), Optional.empty(), 99));
  }

  private static Transactions transactions() {
    return HERE.database.transactions();
  }

  private static void refused(Reason reason, Callable<?> change) {
    assertThatExceptionOfType(IdentityException.class)
        .isThrownBy(change::call)
        .returns(reason, IdentityException::reason);
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
