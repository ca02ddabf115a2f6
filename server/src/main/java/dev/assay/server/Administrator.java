package dev.assay.server;

import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/// Lets the first administrator in, and a lost one in again.
final class Administrator {
  static final IdentityName NAME = new IdentityName("admin");

  private final Transactions transactions;
  private final IdentityStore store;
  private final Identities identities;
  private final AuditLog log;
  private final InstantSource clock;

  Administrator(
      Transactions transactions,
      IdentityStore store,
      Identities identities,
      AuditLog log,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.identities = identities;
    this.log = log;
    this.clock = clock;
  }

  /// Makes the first administrator, where no account has one.
  ///
  /// @return the key, which is also in the directory's file; empty where there is one already
  Optional<NewAccessKey> makeFirst(AccountId account, DataDirectory directory) {
    return transactions.write(
        writing ->
            store.administratorsForGood(writing) > 0
                ? Optional.empty()
                : Optional.of(recover(writing, account, directory, "serve")));
  }

  /// Gives the administrator a new key and revokes the old ones.
  NewAccessKey recover(AccountId account, DataDirectory directory) {
    return transactions.write(writing -> recover(writing, account, directory, "admin recover"));
  }

  /// The file is written before the commit: a key that is in no file is lost, while one in a file
  /// that was never committed is overwritten by the next attempt.
  private NewAccessKey recover(
      Writing writing, AccountId account, DataDirectory directory, String command) {
    NewAccessKey key = identities.recover(writing, account, NAME);
    log.append(
        writing,
        new AuditEvent(
            clock.instant(),
            account,
            "assay " + command,
            "",
            "assay:RecoverAdministrator",
            key.key().id().value(),
            "",
            "",
            AuditEvent.COMMITTED));
    try {
      directory.writeCredentials(key);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return key;
  }
}
