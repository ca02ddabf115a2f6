package dev.assay.assessment.identity;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Optional;

/// Where identities and keys are kept. Every change reaches the `Credentials` of all nodes.
public interface IdentityStore {
  /// Adds an identity, unless the account has one of that name.
  ///
  /// @return whether it did
  boolean add(Writing transaction, Identity identity);

  Optional<Identity> find(Reading transaction, AccountId account, IdentityName name);

  /// Of an account, by name.
  List<Identity> identities(Reading transaction, AccountId account);

  /// Removes an identity with its keys.
  ///
  /// @return whether there was one
  boolean remove(Writing transaction, AccountId account, IdentityName name);

  void add(Writing transaction, AccessKey key, SecretKey secret);

  /// Of an identity, the oldest first; the identity stays locked until the transaction ends, so
  /// that what is decided on their number holds.
  List<AccessKey> lockedKeys(Writing transaction, AccountId account, IdentityName owner);

  /// Of an identity, the oldest first.
  List<AccessKey> keys(Reading transaction, AccountId account, IdentityName owner);

  /// Lets a key in, or no longer.
  ///
  /// @return whether the account has such a key
  boolean setActive(Writing transaction, AccountId account, AccessKeyId id, boolean active);

  /// Removes a key for good.
  ///
  /// @return whether the account had such a key
  boolean remove(Writing transaction, AccountId account, AccessKeyId id);

  /// How many administrators of any account hold an active key; they stay locked until the
  /// transaction ends.
  int activeAdministrators(Writing transaction);
}
