package dev.assay.assessment.identity;

import dev.assay.assessment.identity.IdentityException.Reason;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes, rotates and revokes keys. An identity comes to be with its first key; it may have two
/// that are active, so that a new one is in use everywhere before the old one ends.
public final class Identities {
  static final int MOST_ACTIVE = 2;

  private final IdentityStore store;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// Takes what it needs of the world.
  ///
  /// @param random where keys come from; it must be one that nobody can foresee
  public Identities(IdentityStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /// Makes a key for an identity, which is made with it if the account has none of that name.
  ///
  /// @throws IdentityException where the identity has another role, or two active keys
  public NewAccessKey createKey(
      Writing transaction,
      AccountId account,
      IdentityName name,
      Role role,
      String description,
      Optional<Instant> expiresAt) {
    Instant now = clock.instant();
    store.add(transaction, new Identity(account, name, role, now));
    Identity owner =
        store
            .find(transaction, account, name)
            .orElseThrow(() -> new IllegalStateException("just added: " + name));
    if (owner.role() != role) {
      throw new IdentityException(
          Reason.CONFLICT, "the identity " + name + " has the role " + owner.role());
    }
    long active =
        store.lockedKeys(transaction, account, name).stream()
            .filter(key -> key.status(now) == AccessKey.Status.ACTIVE)
            .count();
    if (active >= MOST_ACTIVE) {
      throw new IdentityException(
          Reason.QUOTA, "the identity " + name + " has " + active + " active access keys");
    }
    AccessKey key =
        new AccessKey(
            AccessKeyId.generate(random),
            owner,
            description,
            now,
            expiresAt,
            Optional.empty(),
            Optional.empty());
    SecretKey secret = SecretKey.generate(random);
    store.add(transaction, key, secret);
    return new NewAccessKey(key, secret);
  }

  /// Makes a new key in place of another, which expires after a while if it would not sooner.
  ///
  /// @throws IdentityException where there is no such active key, or the identity has two
  public NewAccessKey rotate(
      Writing transaction, AccountId account, AccessKeyId id, Duration overlap) {
    AccessKey old = active(transaction, account, id);
    Instant end = clock.instant().plus(overlap);
    if (old.expiresAt().filter(sooner -> sooner.isBefore(end)).isEmpty()) {
      store.expire(transaction, account, id, end);
    }
    return createKey(
        transaction,
        account,
        old.owner().name(),
        old.owner().role(),
        old.description(),
        Optional.empty());
  }

  /// Ends a key at once and for good.
  ///
  /// @throws IdentityException where there is no such key, or it is the last administrator's
  public AccessKey revoke(Writing transaction, AccountId account, AccessKeyId id) {
    AccessKey key = known(transaction, account, id);
    if (key.revokedAt().isPresent()) {
      return key;
    }
    store.revoke(transaction, account, id, clock.instant());
    if (store.administratorsForGood(transaction) == 0) {
      throw new IdentityException(
          Reason.CONFLICT, "without the access key " + id + " nobody could administer");
    }
    return known(transaction, account, id);
  }

  /// The administrator of an account with one new key, whatever became of the old ones: for the
  /// first start, and for who has access to the server's machine and to no key.
  ///
  /// @throws IdentityException where the identity has another role
  public NewAccessKey recover(Writing transaction, AccountId account, IdentityName name) {
    Instant now = clock.instant();
    for (AccessKey old : store.lockedKeys(transaction, account, name)) {
      if (old.status(now) == AccessKey.Status.ACTIVE) {
        store.revoke(transaction, account, old.id(), now);
      }
    }
    return createKey(transaction, account, name, Role.ADMINISTRATOR, "", Optional.empty());
  }

  private AccessKey active(Writing transaction, AccountId account, AccessKeyId id) {
    AccessKey key = known(transaction, account, id);
    if (key.status(clock.instant()) != AccessKey.Status.ACTIVE) {
      throw new IdentityException(Reason.CONFLICT, "the access key " + id + " is not active");
    }
    return key;
  }

  private AccessKey known(Writing transaction, AccountId account, AccessKeyId id) {
    return store
        .findKey(transaction, account, id)
        .orElseThrow(() -> new IdentityException(Reason.NOT_FOUND, "there is no access key " + id));
  }
}
