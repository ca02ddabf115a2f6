package dev.assay.store.agent;

import dev.assay.assessment.agent.Agent;
import dev.assay.assessment.agent.AgentStore;
import dev.assay.assessment.agent.EnrollmentToken;
import dev.assay.assessment.agent.Heartbeat;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Agents in the table of that name, their tokens beside the keys that they are.
public final class PostgresAgentStore implements AgentStore {
  private static final String TOKENS =
      """
      select token.region, token.uses, token.used, key.*, owner.role,
        owner.created_at as owner_created_at
      from enrollment_token as token
        join access_key as key on key.id = token.key
        join identity as owner on owner.account = key.account and owner.name = key.owner
      """;

  @Override
  public void addToken(Writing transaction, AccessKeyId key, Tenant tenant, int uses) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into enrollment_token (key, account, region, uses)
            values (:key, :account, :region, :uses)
            """)
        .bind("key", key.value())
        .bindMap(owner(tenant))
        .bind("uses", uses)
        .execute();
  }

  @Override
  public Optional<EnrollmentToken> lockedToken(
      Writing transaction, AccountId account, AccessKeyId key) {
    return Handles.of(transaction)
        .createQuery(
            TOKENS + " where token.key = :key and token.account = :account for update of token")
        .bind("key", key.value())
        .bind("account", account.value())
        .map((row, context) -> AgentRows.token(row))
        .findOne();
  }

  @Override
  public List<EnrollmentToken> tokens(
      Reading transaction, Tenant tenant, Optional<AccessKeyId> after, int most) {
    return Handles.of(transaction)
        .createQuery(
            TOKENS
                + """
                 where token.account = :account and token.region = :region
                  and (:after::text is null or token.key > :after)
                order by token.key limit :most
                """)
        .bindMap(owner(tenant))
        .bind("after", after.map(AccessKeyId::value))
        .bind("most", most)
        .map((row, context) -> AgentRows.token(row))
        .list();
  }

  @Override
  public boolean use(Writing transaction, AccessKeyId token) {
    return Handles.of(transaction)
            .createUpdate(
                "update enrollment_token set used = used + 1 where key = :key and used < uses")
            .bind("key", token.value())
            .execute()
        > 0;
  }

  @Override
  public boolean add(Writing transaction, Agent agent) {
    ResourceKey resource = agent.resource();
    return Handles.of(transaction)
            .createUpdate(
                """
                insert into agent
                  (account, name, region, resource_type, resource_id, machine_id, machine, token,
                   enrollment_id, version, enrolled_at)
                values (:account, :name, :region, :type, :id, :machineId, :machine::jsonb, :token,
                  :enrollmentId, :version, :enrolledAt)
                on conflict do nothing
                """)
            .bindMap(owner(resource.tenant()))
            .bind("name", agent.name().value())
            .bind("type", resource.type().name())
            .bind("id", resource.id())
            .bind("machineId", agent.machine().machineId())
            .bind("machine", Documents.text(agent.machine()))
            .bind("token", agent.token().value())
            .bind("enrollmentId", agent.enrollmentId())
            .bind("version", agent.version())
            .bind("enrolledAt", agent.enrolledAt())
            .execute()
        > 0;
  }

  @Override
  public void remove(Writing transaction, Agent agent) {
    Handles.of(transaction)
        .createUpdate("delete from agent where account = :account and name = :name")
        .bind("account", agent.resource().tenant().account().value())
        .bind("name", agent.name().value())
        .execute();
  }

  @Override
  public Optional<Agent> ofIdentity(Reading transaction, AccountId account, IdentityName name) {
    return Handles.of(transaction)
        .createQuery("select * from agent where account = :account and name = :name")
        .bind("account", account.value())
        .bind("name", name.value())
        .map((row, context) -> AgentRows.agent(row))
        .findOne();
  }

  @Override
  public Optional<Agent> ofResource(Reading transaction, ResourceKey resource) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from agent where account = :account and region = :region
              and resource_type = :type and resource_id = :id
            """)
        .bindMap(owner(resource.tenant()))
        .bind("type", resource.type().name())
        .bind("id", resource.id())
        .map((row, context) -> AgentRows.agent(row))
        .findOne();
  }

  @Override
  public Optional<Agent> ofMachine(Reading transaction, Tenant tenant, String machineId) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from agent
            where account = :account and region = :region and machine_id = :machineId
            """)
        .bindMap(owner(tenant))
        .bind("machineId", machineId)
        .map((row, context) -> AgentRows.agent(row))
        .findOne();
  }

  @Override
  public Optional<Agent> ofEnrollment(Reading transaction, AccessKeyId token, String enrollmentId) {
    return Handles.of(transaction)
        .createQuery("select * from agent where token = :token and enrollment_id = :enrollmentId")
        .bind("token", token.value())
        .bind("enrollmentId", enrollmentId)
        .map((row, context) -> AgentRows.agent(row))
        .findOne();
  }

  @Override
  public List<Agent> list(
      Reading transaction, Tenant tenant, Optional<IdentityName> after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from agent
            where account = :account and region = :region
              and (:after::text is null or name > :after)
            order by name limit :most
            """)
        .bindMap(owner(tenant))
        .bind("after", after.map(IdentityName::value))
        .bind("most", most)
        .map((row, context) -> AgentRows.agent(row))
        .list();
  }

  @Override
  public void keep(Writing transaction, Agent agent, Heartbeat heartbeat, Instant silentFrom) {
    Handles.of(transaction)
        .createUpdate(
            """
            update agent set heartbeat = :heartbeat::jsonb, silent_from = :silentFrom
            where account = :account and name = :name
            """)
        .bind("heartbeat", Documents.text(heartbeat))
        .bind("silentFrom", silentFrom)
        .bind("account", agent.resource().tenant().account().value())
        .bind("name", agent.name().value())
        .execute();
  }

  private static Map<String, String> owner(Tenant tenant) {
    return Map.of("account", tenant.account().value(), "region", tenant.region().value());
  }
}
