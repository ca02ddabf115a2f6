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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Identities in PostgreSQL. Each change that can shut somebody out is signalled.
public final class PostgresIdentityStore implements IdentityStore {
  /// Sent when keys may have changed, its subject the account.
  static final SignalName CHANGED = new SignalName("identity_changed");

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
  public List<Identity> identities(Reading transaction, AccountId account) {
    return Handles.of(transaction)
        .createQuery("select * from identity where account = :account order by name")
        .bind("account", account.value())
        .map((row, context) -> identity(row))
        .list();
  }

  @Override
  public boolean remove(Writing transaction, AccountId account, IdentityName name) {
    return changed(
        transaction,
        account,
        Handles.of(transaction)
            .createUpdate("delete from identity where account = :account and name = :name")
            .bind("account", account.value())
            .bind("name", name.value())
            .execute());
  }

  @Override
  public void add(Writing transaction, AccessKey key, SecretKey secret) {
    int added =
        Handles.of(transaction)
            .createUpdate(
                """
                insert into access_key (id, account, owner, secret, active, created_at)
                values (:id, :account, :owner, :secret, :active, :createdAt)
                """)
            .bind("id", key.id().value())
            .bind("account", key.account().value())
            .bind("owner", key.owner().value())
            .bind("secret", masterKey.encrypt(secret, key.id()))
            .bind("active", key.active())
            .bind("createdAt", key.createdAt())
            .execute();
    changed(transaction, key.account(), added);
  }

  @Override
  public List<AccessKey> lockedKeys(Writing transaction, AccountId account, IdentityName owner) {
    Handles.of(transaction)
        .createQuery("select 1 from identity where account = :account and name = :name for update")
        .bind("account", account.value())
        .bind("name", owner.value())
        .mapTo(Integer.class)
        .list();
    return keys(transaction, account, owner);
  }

  @Override
  public List<AccessKey> keys(Reading transaction, AccountId account, IdentityName owner) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from access_key where account = :account and owner = :owner
            order by created_at, id
            """)
        .bind("account", account.value())
        .bind("owner", owner.value())
        .map((row, context) -> accessKey(row))
        .list();
  }

  @Override
  public boolean setActive(Writing transaction, AccountId account, AccessKeyId id, boolean active) {
    return changed(
        transaction,
        account,
        Handles.of(transaction)
            .createUpdate(
                "update access_key set active = :active where id = :id and account = :account")
            .bind("active", active)
            .bind("id", id.value())
            .bind("account", account.value())
            .execute());
  }

  @Override
  public boolean remove(Writing transaction, AccountId account, AccessKeyId id) {
    return changed(
        transaction,
        account,
        Handles.of(transaction)
            .createUpdate("delete from access_key where id = :id and account = :account")
            .bind("id", id.value())
            .bind("account", account.value())
            .execute());
  }

  /// Locks the administrators, so that two who remove each other at once do not both succeed.
  @Override
  public int activeAdministrators(Writing transaction) {
    Handles.of(transaction)
        .createQuery("select 1 from identity where role = 'ADMINISTRATOR' for update")
        .mapTo(Integer.class)
        .list();
    return Handles.of(transaction)
        .createQuery(
            """
            select count(distinct (identity.account, identity.name)) from identity
              join access_key on access_key.account = identity.account
                and access_key.owner = identity.name and access_key.active
            where identity.role = 'ADMINISTRATOR'
            """)
        .mapTo(Integer.class)
        .one();
  }

  /// What a signature is checked against.
  Optional<Credential> credential(Reading transaction, AccessKeyId id) {
    return Handles.of(transaction)
        .createQuery(
            """
            select identity.*, access_key.secret from access_key
              join identity on identity.account = access_key.account
                and identity.name = access_key.owner
            where access_key.id = :id and access_key.active
            """)
        .bind("id", id.value())
        .map(
            (row, context) ->
                new Credential(
                    new Caller(identity(row), id), masterKey.decrypt(row.getBytes("secret"), id)))
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

  private boolean changed(Writing transaction, AccountId account, int rows) {
    if (rows > 0) {
      signals.send(transaction, CHANGED, account.value());
    }
    return rows > 0;
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        new AccountId(row.getString("account")),
        new IdentityName(row.getString("name")),
        Role.valueOf(row.getString("role")),
        row.getTimestamp("created_at").toInstant());
  }

  private static AccessKey accessKey(ResultSet row) throws SQLException {
    return new AccessKey(
        new AccessKeyId(row.getString("id")),
        new AccountId(row.getString("account")),
        new IdentityName(row.getString("owner")),
        row.getBoolean("active"),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
  }
}
