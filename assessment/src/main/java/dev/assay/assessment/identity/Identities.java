package dev.assay.assessment.identity;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes, rotates and revokes identities and their keys. Rotation is AWS's: an identity may have
/// two keys, so that the new one is in use everywhere before the old one goes.
public final class Identities {
  static final int MOST_KEYS = 2;

  private final IdentityStore store;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random where keys come from; it must be one that nobody can foresee
  public Identities(IdentityStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /// Adds an identity to an account; it has no key yet.
  ///
  /// @throws IdentityException where the name is taken
  public Identity create(Writing transaction, AccountId account, IdentityName name, Role role) {
    Identity identity = new Identity(account, name, role, clock.instant());
    if (!store.add(transaction, identity)) {
      throw new IdentityException(IdentityException.Reason.EXISTS, "identity", name.value());
    }
    return identity;
  }

  /// Removes an identity with its keys.
  ///
  /// @throws IdentityException where there is no such identity, or it is the last administrator
  public void remove(Writing transaction, AccountId account, IdentityName name) {
    if (!store.remove(transaction, account, name)) {
      throw new IdentityException(IdentityException.Reason.NOT_FOUND, "identity", name.value());
    }
    keepAnAdministrator(transaction, "identity", name.value());
  }

  /// Makes a key, the first or the next.
  ///
  /// @throws IdentityException where there is no such identity, or it has two keys
  public NewAccessKey createKey(Writing transaction, AccountId account, IdentityName owner) {
    if (store.find(transaction, account, owner).isEmpty()) {
      throw new IdentityException(IdentityException.Reason.NOT_FOUND, "identity", owner.value());
    }
    if (store.lockedKeys(transaction, account, owner).size() >= MOST_KEYS) {
      throw new IdentityException(
          IdentityException.Reason.TOO_MANY, "access keys of identity", owner.value());
    }
    Instant now = clock.instant();
    AccessKey key =
        new AccessKey(AccessKeyId.generate(random), account, owner, true, now, Optional.empty());
    SecretKey secret = SecretKey.generate(random);
    store.add(transaction, key, secret);
    return new NewAccessKey(key, secret);
  }

  /// Lets a key in again, or no longer.
  ///
  /// @throws IdentityException where there is no such key, or it is the last administrator's
  public void setActive(Writing transaction, AccountId account, AccessKeyId id, boolean active) {
    if (!store.setActive(transaction, account, id, active)) {
      throw new IdentityException(IdentityException.Reason.NOT_FOUND, "access key", id.value());
    }
    keepAnAdministrator(transaction, "access key", id.value());
  }

  /// Removes a key for good.
  ///
  /// @throws IdentityException where there is no such key, or it is the last administrator's
  public void removeKey(Writing transaction, AccountId account, AccessKeyId id) {
    if (!store.remove(transaction, account, id)) {
      throw new IdentityException(IdentityException.Reason.NOT_FOUND, "access key", id.value());
    }
    keepAnAdministrator(transaction, "access key", id.value());
  }

  /// The administrator of an account and a new key for them, whatever became of the old ones: for
  /// the first start, and for who has access to the server's machine and to no key.
  public NewAccessKey recover(Writing transaction, AccountId account, IdentityName name) {
    Optional<Identity> found = store.find(transaction, account, name);
    if (found.isPresent() && found.get().role() != Role.ADMINISTRATOR) {
      throw new IdentityException(
          IdentityException.Reason.EXISTS, "identity of another role", name.value());
    }
    if (found.isEmpty()) {
      create(transaction, account, name, Role.ADMINISTRATOR);
    }
    for (AccessKey old : store.lockedKeys(transaction, account, name)) {
      store.remove(transaction, account, old.id());
    }
    return createKey(transaction, account, name);
  }

  /// What nobody could undo is not done.
  private void keepAnAdministrator(Writing transaction, String kind, String name) {
    if (store.activeAdministrators(transaction) == 0) {
      throw new IdentityException(IdentityException.Reason.LAST_ADMINISTRATOR, kind, name);
    }
  }
}
