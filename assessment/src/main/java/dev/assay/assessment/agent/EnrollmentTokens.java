package dev.assay.assessment.agent;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Makes and shows the tokens that let agents in. Each has an identity of its own.
public final class EnrollmentTokens {
  private final Transactions transactions;
  private final AgentStore store;
  private final Identities identities;
  private final InstantSource clock;

  public EnrollmentTokens(
      Transactions transactions, AgentStore store, Identities identities, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.identities = identities;
    this.clock = clock;
  }

  /// Makes a token.
  ///
  /// @param uses how many agents it lets in
  public NewAccessKey create(Tenant tenant, int uses, Duration life, String description) {
    IdentityName name =
        new IdentityName("enrollment-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
    return transactions.write(
        writing -> {
          NewAccessKey made =
              identities.createKey(
                  writing,
                  tenant.account(),
                  name,
                  Role.ENROLLMENT,
                  description,
                  Optional.of(clock.instant().plus(life)));
          store.addToken(writing, made.key().id(), tenant, uses);
          return made;
        });
  }

  /// A page of tokens: see {@link AgentStore#tokens}.
  public List<EnrollmentToken> list(Tenant tenant, Optional<AccessKeyId> after, int most) {
    return transactions.read(reading -> store.tokens(reading, tenant, after, most));
  }
}
