package dev.assay.store.identity;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Credential;
import dev.assay.assessment.identity.Credentials;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Credentials in memory, forgotten as soon as any node signals a change and, should a signal be
/// lost, after half a minute. It also remembers when each key was last used and writes that down
/// from time to time, not at each request.
public final class CachedCredentials implements Credentials, AutoCloseable {
  private static final Duration LONGEST_AGE = Duration.ofSeconds(30);

  /// Whoever invents keys fills this, and then it starts again: no more harm than a look-up each.
  private static final int MOST = 50_000;

  private final PostgresIdentityStore store;
  private final Transactions transactions;
  private final InstantSource clock;
  private final Map<AccessKeyId, Entry> entries = new ConcurrentHashMap<>();
  private final Map<AccessKeyId, Instant> lastUses = new ConcurrentHashMap<>();
  private final Signals.Subscription subscription;

  /// Grows with each signal, so that what was read before one is not kept after it.
  private volatile long generation;

  public CachedCredentials(
      PostgresIdentityStore store,
      Transactions transactions,
      Signals signals,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.subscription = signals.listen(PostgresIdentityStore.CHANGED, signal -> forget());
  }

  @Override
  public Optional<Credential> find(AccessKeyId id) {
    Instant now = clock.instant();
    Entry entry = entries.get(id);
    if (entry == null || entry.readAt().plus(LONGEST_AGE).isBefore(now)) {
      entry = read(id, now);
    }
    return entry
        .credential()
        .filter(known -> known.expiresAt().filter(end -> !now.isBefore(end)).isEmpty());
  }

  @Override
  public void used(AccessKeyId id) {
    lastUses.put(id, clock.instant());
  }

  /// Writes down when keys were last used.
  public void flush() {
    Map<AccessKeyId, Instant> flushed = new HashMap<>(lastUses);
    if (!flushed.isEmpty()) {
      transactions.<Boolean>writeInTurn(
          writing -> {
            store.used(writing, flushed);
            return true;
          });
      flushed.forEach(lastUses::remove);
    }
  }

  private Entry read(AccessKeyId id, Instant now) {
    long before = generation;
    Optional<Credential> credential = transactions.read(reading -> store.credential(reading, id));
    Entry entry = new Entry(credential, now);
    synchronized (this) {
      if (before == generation) {
        if (entries.size() >= MOST) {
          entries.clear();
        }
        entries.put(id, entry);
      }
    }
    return entry;
  }

  private synchronized void forget() {
    generation++;
    entries.clear();
  }

  @Override
  public void close() {
    subscription.close();
    flush();
  }

  private record Entry(Optional<Credential> credential, Instant readAt) {}
}
