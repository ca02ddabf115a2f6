package dev.assay.assessment.agent;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where agents and their tokens are kept: a port of the service.
public interface AgentStore {
  /// Notes that a key is a token.
  void addToken(Writing transaction, AccessKeyId key, Tenant tenant, int uses);

  /// A token, which nobody else has until the transaction ends.
  Optional<EnrollmentToken> lockedToken(Writing transaction, AccountId account, AccessKeyId key);

  /// A page of the tenant's tokens, those of the past too, by their keys.
  ///
  /// @param after the last key of the page before; empty for the first page
  List<EnrollmentToken> tokens(
      Reading transaction, Tenant tenant, Optional<AccessKeyId> after, int most);

  /// Takes one of the token's uses, and keeps others from taking one until the transaction ends.
  ///
  /// @return whether there was one left
  boolean use(Writing transaction, AccessKeyId token);

  /// Adds an agent.
  ///
  /// @return false where its resource or its machine has one
  boolean add(Writing transaction, Agent agent);

  void remove(Writing transaction, Agent agent);

  Optional<Agent> ofIdentity(Reading transaction, AccountId account, IdentityName name);

  Optional<Agent> ofResource(Reading transaction, ResourceKey resource);

  Optional<Agent> ofMachine(Reading transaction, Tenant tenant, String machineId);

  Optional<Agent> ofEnrollment(Reading transaction, AccessKeyId token, String enrollmentId);

  /// A page of the tenant's agents, by name.
  ///
  /// @param after the last name of the page before; empty for the first page
  List<Agent> list(Reading transaction, Tenant tenant, Optional<IdentityName> after, int most);

  /// Keeps what an agent said of itself.
  ///
  /// @param silentFrom if nothing else is heard until then, its resource counts as not looked at
  void keep(Writing transaction, Agent agent, Heartbeat heartbeat, Instant silentFrom);
}
