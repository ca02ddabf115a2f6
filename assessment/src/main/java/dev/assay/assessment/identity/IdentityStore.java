package dev.assay.assessment.identity;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where identities and keys are kept. Every change reaches the `Credentials` of all nodes.
public interface IdentityStore {
  /// Adds an identity, unless the account has one of that name.
  ///
  /// @return whether it did
  boolean add(Writing transaction, Identity identity);

  Optional<Identity> find(Reading transaction, AccountId account, IdentityName name);

  void add(Writing transaction, AccessKey key, SecretKey secret);

  /// All keys of an identity, the oldest first, those of the past too. The identity stays locked
  /// until the transaction ends, so that what is decided on their number holds.
  List<AccessKey> lockedKeys(Writing transaction, AccountId account, IdentityName owner);

  /// A page of an account's keys, those of the past too, by id.
  ///
  /// @param owner empty for those of all identities
  /// @param after the last id of the page before; empty for the first page
  List<AccessKey> keys(
      Reading transaction,
      AccountId account,
      Optional<IdentityName> owner,
      Optional<AccessKeyId> after,
      int most);

  Optional<AccessKey> findKey(Reading transaction, AccountId account, AccessKeyId id);

  void expire(Writing transaction, AccountId account, AccessKeyId id, Instant at);

  void revoke(Writing transaction, AccountId account, AccessKeyId id, Instant at);

  /// How many administrators of any account hold a key that is active and never expires; they stay
  /// locked until the transaction ends.
  int administratorsForGood(Writing transaction);
}
