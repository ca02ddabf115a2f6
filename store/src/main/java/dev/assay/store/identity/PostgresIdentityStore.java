package dev.assay.store.identity;

import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Caller;
import dev.assay.assessment.identity.Credential;
import dev.assay.assessment.identity.Identity;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.identity.SecretKey;
import dev.assay.assessment.signal.SignalName;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Identities in PostgreSQL. Each change that can shut somebody out is signalled.
public final class PostgresIdentityStore implements IdentityStore {
  /// Sent when keys may have changed, its subject the account.
  static final SignalName CHANGED = new SignalName("identity_changed");

  private static final String KEYS =
      """
      select key.*, owner.role, owner.created_at as owner_created_at from access_key as key
        join identity as owner on owner.account = key.account and owner.name = key.owner
      """;

  private final MasterKey masterKey;
  private final Signals signals;

  public PostgresIdentityStore(MasterKey masterKey, Signals signals) {
    this.masterKey = masterKey;
    this.signals = signals;
  }

  @Override
  public boolean add(Writing transaction, Identity identity) {
    return Handles.of(transaction)
            .createUpdate(
                """
                insert into identity (account, name, role, created_at)
                values (:account, :name, :role, :createdAt) on conflict do nothing
                """)
            .bind("account", identity.account().value())
            .bind("name", identity.name().value())
            .bind("role", identity.role().name())
            .bind("createdAt", identity.createdAt())
            .execute()
        > 0;
  }

  @Override
  public Optional<Identity> find(Reading transaction, AccountId account, IdentityName name) {
    return Handles.of(transaction)
        .createQuery("select * from identity where account = :account and name = :name")
        .bind("account", account.value())
        .bind("name", name.value())
        .map((row, context) -> identity(row))
        .findOne();
  }

  @Override
  public void add(Writing transaction, AccessKey key, SecretKey secret) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into access_key
              (id, account, owner, secret, description, created_at, expires_at)
            values (:id, :account, :owner, :secret, :description, :createdAt, :expiresAt)
            """)
        .bind("id", key.id().value())
        .bind("account", key.owner().account().value())
        .bind("owner", key.owner().name().value())
        .bind("secret", masterKey.encrypt(secret, key.id()))
        .bind("description", key.description())
        .bind("createdAt", key.createdAt())
        .bind("expiresAt", key.expiresAt())
        .execute();
    signals.send(transaction, CHANGED, key.owner().account().value());
  }

  @Override
  public List<AccessKey> lockedKeys(Writing transaction, AccountId account, IdentityName owner) {
    Handles.of(transaction)
        .createQuery("select 1 from identity where account = :account and name = :name for update")
        .bind("account", account.value())
        .bind("name", owner.value())
        .mapTo(Integer.class)
        .list();
    return Handles.of(transaction)
        .createQuery(
            KEYS + " where key.account = :account and key.owner = :owner order by created_at, id")
        .bind("account", account.value())
        .bind("owner", owner.value())
        .map((row, context) -> AccessKeyRow.read(row))
        .list();
  }

  @Override
  public List<AccessKey> keys(
      Reading transaction,
      AccountId account,
      Optional<IdentityName> owner,
      Optional<AccessKeyId> after,
      int most) {
    return Handles.of(transaction)
        .createQuery(
            KEYS
                + """
                 where key.account = :account
                  and (:owner::text is null or key.owner = :owner)
                  and (:after::text is null or key.id > :after)
                order by key.id limit :most
                """)
        .bind("account", account.value())
        .bind("owner", owner.map(IdentityName::value))
        .bind("after", after.map(AccessKeyId::value))
        .bind("most", most)
        .map((row, context) -> AccessKeyRow.read(row))
        .list();
  }

  @Override
  public Optional<AccessKey> findKey(Reading transaction, AccountId account, AccessKeyId id) {
    return Handles.of(transaction)
        .createQuery(KEYS + " where key.account = :account and key.id = :id")
        .bind("account", account.value())
        .bind("id", id.value())
        .map((row, context) -> AccessKeyRow.read(row))
        .findOne();
  }

  @Override
  public void expire(Writing transaction, AccountId account, AccessKeyId id, Instant at) {
    end(transaction, account, id, at, "expires_at");
  }

  @Override
  public void revoke(Writing transaction, AccountId account, AccessKeyId id, Instant at) {
    end(transaction, account, id, at, "revoked_at");
  }

  private void end(
      Writing transaction, AccountId account, AccessKeyId id, Instant at, String column) {
    Handles.of(transaction)
        .createUpdate("update access_key set <column> = :at where id = :id and account = :account")
        .define("column", column)
        .bind("at", at)
        .bind("id", id.value())
        .bind("account", account.value())
        .execute();
    signals.send(transaction, CHANGED, account.value());
  }

  /// Locks the administrators, so that two who shut each other out at once do not both succeed.
  @Override
  public int administratorsForGood(Writing transaction) {
    Handles.of(transaction)
        .createQuery("select 1 from identity where role = 'ADMINISTRATOR' for update")
        .mapTo(Integer.class)
        .list();
    return Handles.of(transaction)
        .createQuery(
            """
            select count(distinct (owner.account, owner.name)) from identity as owner
              join access_key as key on key.account = owner.account and key.owner = owner.name
            where owner.role = 'ADMINISTRATOR'
              and key.revoked_at is null and key.expires_at is null
            """)
        .mapTo(Integer.class)
        .one();
  }

  /// What a signature is checked against.
  Optional<Credential> credential(Reading transaction, AccessKeyId id) {
    return Handles.of(transaction)
        .createQuery(
            """
            select key.*, owner.role, owner.created_at as owner_created_at from access_key as key
              join identity as owner on owner.account = key.account and owner.name = key.owner
            where key.id = :id and key.revoked_at is null
            """)
        .bind("id", id.value())
        .map(
            (row, context) ->
                new Credential(
                    new Caller(AccessKeyRow.owner(row), id),
                    masterKey.decrypt(row.getBytes("secret"), id),
                    AccessKeyRow.optional(row.getTimestamp("expires_at"))))
        .findOne();
  }

  /// Whether the secrets that are kept can be read at all.
  ///
  /// @throws WrongMasterKeyException where one cannot
  public void checkMasterKey(Reading transaction) {
    Handles.of(transaction)
        .createQuery("select id, secret from access_key limit 1")
        .map(
            (row, context) ->
                masterKey.decrypt(row.getBytes("secret"), new AccessKeyId(row.getString("id"))))
        .findOne();
  }

  void used(Writing transaction, Map<AccessKeyId, Instant> lastUses) {
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                update access_key set last_used_at = greatest(last_used_at, :at) where id = :id
                """);
    lastUses.forEach((id, at) -> batch.bind("id", id.value()).bind("at", at).add());
    batch.execute();
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        new AccountId(row.getString("account")),
        new IdentityName(row.getString("name")),
        Role.valueOf(row.getString("role")),
        row.getTimestamp("created_at").toInstant());
  }
}
