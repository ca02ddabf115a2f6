package dev.assay.store.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.agent.AgentRefusal;
import dev.assay.assessment.agent.AgentRefusal.Reason;
import dev.assay.assessment.agent.AgentStore;
import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.agent.Enrollment;
import dev.assay.assessment.agent.EnrollmentToken;
import dev.assay.assessment.agent.EnrollmentTokens;
import dev.assay.assessment.agent.Enrollments;
import dev.assay.assessment.agent.Enrollments.Enrolled;
import dev.assay.assessment.agent.HealthCode;
import dev.assay.assessment.agent.Heartbeat;
import dev.assay.assessment.agent.Machine;
import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Database;
import dev.assay.store.classic.PostgresCollectionWindows;
import dev.assay.store.host.PostgresHostTraitStore;
import dev.assay.store.identity.MasterKey;
import dev.assay.store.identity.PostgresIdentityStore;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AgentsTest {
  private static final Tenant TENANT = Tenant.of("123456789012", "eu-central-1");
  private static final Tenant ELSEWHERE = Tenant.of("123456789012", "us-east-1");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Database database = ScratchDatabases.open();
  private final PostgresSignals signals = new PostgresSignals(database);
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final PostgresIdentityStore identityStore =
      new PostgresIdentityStore(MasterKey.parse(MasterKey.generate()), signals);
  private final Identities identities = new Identities(identityStore, clock, new SecureRandom());
  private final AgentStore store = new PostgresAgentStore();
  private final EnrollmentTokens tokens =
      new EnrollmentTokens(database.transactions(), store, identities, clock);
  private final Enrollments enrollments =
      new Enrollments(
          database.transactions(),
          store,
          identityStore,
          identities,
          new HostRecognition(new PostgresHostTraitStore()),
          clock);
  private final Agents agents =
      new Agents(
          database.transactions(),
          store,
          new PostgresCollectionWindows(),
          (reading, host) -> 2,
          identityStore,
          identities,
          clock);

  @BeforeEach
  void anAdministrator() {
    database
        .transactions()
        .change(w -> identities.recover(w, TENANT.account(), new IdentityName("admin")));
  }

  @AfterEach
  void close() {
    signals.close();
    database.close();
  }

  @Test
  void a_token_lets_in_an_agent_bound_to_its_host() {
    Enrolled enrolled = enroll(token(1), "1", "web-1", null);
    assertThat(enrolled.agent().resource())
        .isEqualTo(new ResourceKey(TENANT, ResourceType.HOST, "web-1"));
    assertThat(enrolled.key().key().owner().role()).isEqualTo(Role.AGENT);
    assertThat(tokens.list(TENANT, Optional.empty(), 10))
        .extracting(one -> one.status(now))
        .containsExactly(EnrollmentToken.Status.USED);
    assertThat(tokens.list(ELSEWHERE, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void a_lost_answer_is_made_good_until_the_agent_was_heard_of() {
    AccessKeyId token = token(1);
    Enrolled lost = enroll(token, "1", "web-1", null);
    Enrolled again = enroll(token, "1", "web-1", null);
    assertThat(again.agent().name()).isEqualTo(lost.agent().name());
    assertThat(status(lost.key().key().id())).isEqualTo(AccessKey.Status.REVOKED);
    assertThat(status(again.key().key().id())).isEqualTo(AccessKey.Status.ACTIVE);
    heard(again);
    refused(Reason.CONFLICT, () -> enroll(token, "1", "web-1", null));
    refused(Reason.CONFLICT, () -> enroll(token, "2", "web-2", null));
  }

  @Test
  void of_agents_that_come_at_once_a_token_lets_in_as_many_as_it_may() throws Exception {
    AccessKeyId token = token(30);
    try (ExecutorService threads = Executors.newFixedThreadPool(80)) {
      List<Callable<Boolean>> attempts =
          IntStream.range(0, 80)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        try {
                          enroll(token, Integer.toString(i), "host-" + i, null);
                          return true;
                        } catch (AgentRefusal refused) {
                          return false;
                        }
                      })
              .toList();
      int in = 0;
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        in += attempt.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(30);
      assertThat(agents.list(TENANT, Optional.empty(), 100)).hasSize(30);
    }
  }

  @Test
  void a_host_of_the_same_name_gets_a_name_beside_it_and_a_known_machine_keeps_its_own() {
    AccessKeyId token = token(9);
    Enrolled first = enroll(token, "1", "web", null);
    Enrolled clone = enroll(token, "2", "web", null);
    assertThat(clone.agent().resource().id()).isEqualTo("web-22222222");
    refused(Reason.CONFLICT, () -> enroll(token, "1", "web", null, "b"));
    revoke(first);
    assertThat(enroll(token, "1", "renamed", null, "b").agent().resource().id()).isEqualTo("web");
  }

  @Test
  void a_name_that_was_asked_for_is_not_taken_from_an_agent_in_use() {
    AccessKeyId token = token(9);
    Enrolled holder = enroll(token, "1", "web", null);
    refused(Reason.CONFLICT, () -> enroll(token, "2", "other", "web"));
    revoke(holder);
    assertThat(enroll(token, "2", "other", "web").agent().resource().id()).isEqualTo("web");
  }

  @Test
  void no_other_key_lets_anybody_in_and_no_token_anywhere_else() {
    NewAccessKey admin =
        database
            .transactions()
            .write(w -> identities.recover(w, TENANT.account(), new IdentityName("admin")));
    refused(Reason.NOT_ALLOWED, () -> enroll(admin.key().id(), "1", "web", null));
    AccessKeyId token = token(1);
    refused(
        Reason.NOT_ALLOWED,
        () -> enrollments.enroll(ELSEWHERE, token, wish("1", "web", null, "a")));
  }

  @Test
  void an_agent_may_renew_its_key_and_has_two_at_most() {
    Enrolled enrolled = enroll(token(1), "1", "web", null);
    IdentityName name = enrolled.agent().name();
    AccessKeyId used = enrolled.key().key().id();
    AccessKeyId lost = agents.rotate(TENANT, name, used).key().id();
    AccessKeyId next = agents.rotate(TENANT, name, used).key().id();
    assertThat(status(lost)).isEqualTo(AccessKey.Status.REVOKED);
    assertThat(status(used)).isEqualTo(AccessKey.Status.ACTIVE);
    assertThat(status(next)).isEqualTo(AccessKey.Status.ACTIVE);
    now = now.plus(Duration.ofDays(1));
    assertThat(status(used)).isEqualTo(AccessKey.Status.EXPIRED);
  }

  @Test
  void whoever_was_never_let_in_is_not_listened_to() {
    refused(Reason.NOT_ALLOWED, () -> agents.heard(TENANT, new IdentityName("admin"), heartbeat()));
  }

  private AccessKeyId token(int uses) {
    return tokens.create(TENANT, uses, HOUR, "").key().id();
  }

  private Enrolled enroll(
      AccessKeyId token, String machine, String hostName, @Nullable String resource) {
    return enroll(token, machine, hostName, resource, "a");
  }

  private Enrolled enroll(
      AccessKeyId token,
      String machine,
      String hostName,
      @Nullable String resource,
      String attempt) {
    return enrollments.enroll(TENANT, token, wish(machine, hostName, resource, attempt));
  }

  private static Enrollment wish(
      String machine, String hostName, @Nullable String resource, String attempt) {
    return new Enrollment(
        machine + attempt,
        new Machine(machine.repeat(32), null, hostName, null, null),
        "1.0",
        resource);
  }

  private void heard(Enrolled enrolled) {
    agents.heard(TENANT, enrolled.agent().name(), heartbeat());
  }

  private Heartbeat heartbeat() {
    return new Heartbeat(HealthCode.IDLE, "", "1.0", null, List.of("inventory"), now);
  }

  private void revoke(Enrolled enrolled) {
    database
        .transactions()
        .change(w -> identities.revoke(w, TENANT.account(), enrolled.key().key().id()));
  }

  private AccessKey.Status status(AccessKeyId key) {
    return database
        .transactions()
        .read(reading -> identityStore.findKey(reading, TENANT.account(), key))
        .orElseThrow()
        .status(now);
  }

  private static void refused(Reason reason, Runnable call) {
    assertThatExceptionOfType(AgentRefusal.class)
        .isThrownBy(call::run)
        .matches(refusal -> refusal.reason() == reason);
  }
}
