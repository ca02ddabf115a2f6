package dev.assay.store.work;

import dev.assay.assessment.signal.SignalName;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.DeadLetter;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.assessment.work.QueueDepth;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.store.Handles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The queue in PostgreSQL. Its clock is the server's, the only one that all nodes share.
public final class PostgresWorkQueue implements WorkQueue {
  /// Sent when work is added, its subject the queue's name.
  public static final SignalName ADDED = new SignalName("work_added");

  private final Transactions transactions;
  private final Signals signals;

  public PostgresWorkQueue(Transactions transactions, Signals signals) {
    this.transactions = transactions;
    this.signals = signals;
  }

  @Override
  public void enqueue(Writing transaction, Work work) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into work (queue, key, payload, due_at)
            values (:queue, :key, :payload, :runAt)
            on conflict (queue, key) do update set
              payload = excluded.payload,
              due_at = case
                when work.lease is not null then work.due_at
                when work.dead_at is not null then excluded.due_at
                else least(work.due_at, excluded.due_at) end,
              again_at = case
                when work.lease is not null
                then least(work.again_at, excluded.due_at) end,
              attempts = case when work.dead_at is null then work.attempts else 0 end,
              dead_at = null
            """)
        .bind("queue", work.queue().value())
        .bind("key", work.key())
        .bind("payload", work.payload())
        .bind("runAt", work.runAt())
        .execute();
    signals.send(transaction, ADDED, work.queue().value());
  }

  @Override
  public List<Lease> lease(Set<QueueName> queues, int most, Duration term, String node) {
    return transactions.writeInTurn(
        writing ->
            Handles.of(writing)
                .createQuery(
                    """
                    with taken as (
                      select id from work
                      where queue = any(:queues) and due_at <= clock_timestamp() and dead_at is null
                      order by due_at limit :most for update skip locked),
                    leased as (
                      update work set lease = gen_random_uuid(), leased_by = :node,
                        attempts = attempts + case when lease is null then 1 else 0 end,
                        deaths = case when lease is null then 0 else deaths + 1 end,
                        due_at = clock_timestamp() + make_interval(secs => :term),
                        again_at = null
                      from taken where work.id = taken.id
                      returning work.*)
                    select * from leased order by id
                    """)
                .bind("queues", names(queues))
                .bind("most", most)
                .bind("term", seconds(term))
                .bind("node", node)
                .map(
                    (row, context) ->
                        new Lease(
                            row.getObject("lease", UUID.class),
                            WorkRow.work(row),
                            row.getInt("attempts"),
                            row.getInt("deaths"),
                            row.getTimestamp("due_at").toInstant()))
                .list());
  }

  @Override
  public Optional<Instant> nextDue(Set<QueueName> queues) {
    return transactions.read(
        reading ->
            Handles.of(reading)
                .createQuery(
                    """
                    select min(due_at) from unnest(:queues) as asked(queue), lateral (
                      select due_at from work
                      where work.queue = asked.queue and dead_at is null
                      order by due_at limit 1) as first
                    """)
                .bind("queues", names(queues))
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public int endLeases() {
    return transactions.<Integer>writeInTurn(
        writing ->
            Handles.of(writing)
                .execute("update work set due_at = clock_timestamp() where lease is not null"));
  }

  @Override
  public boolean extend(Lease lease, Duration term) {
    return transactions.writeInTurn(
            writing ->
                Handles.of(writing)
                    .createUpdate(
                        """
                        update work set due_at = clock_timestamp() + make_interval(secs => :term)
                        where lease = :token and queue = :queue and key = :key
                        """)
                    .bind("term", seconds(term))
                    .bind("token", lease.token())
                    .bind("queue", lease.work().queue().value())
                    .bind("key", lease.work().key())
                    .execute())
        > 0;
  }

  @Override
  public void complete(Writing transaction, Lease lease) {
    // Held rows are locked by the first statement, so that nothing can come in between.
    int again =
        Handles.of(transaction)
            .createUpdate(
                """
                update work set lease = null, leased_by = null, attempts = 0, due_at = again_at,
                  again_at = null, last_failure = null
                where lease = :token and queue = :queue and key = :key and again_at is not null
                """)
            .bind("token", lease.token())
            .bind("queue", lease.work().queue().value())
            .bind("key", lease.work().key())
            .execute();
    if (again > 0) {
      return;
    }
    int done =
        Handles.of(transaction)
            .createUpdate(
                """
                delete from work
                where lease = :token and queue = :queue and key = :key and again_at is null
                """)
            .bind("token", lease.token())
            .bind("queue", lease.work().queue().value())
            .bind("key", lease.work().key())
            .execute();
    if (done == 0) {
      throw new LeaseLostException(lease);
    }
  }

  @Override
  public void retry(Lease lease, Duration pause, String failure) {
    transactions.writeInTurn(
        writing ->
            Handles.of(writing)
                .createUpdate(
                    """
                    update work set lease = null, leased_by = null, last_failure = :failure,
                      due_at = least(again_at, clock_timestamp() + make_interval(secs => :pause)),
                      again_at = null
                    where lease = :token and queue = :queue and key = :key
                    """)
                .bind("failure", failure)
                .bind("pause", seconds(pause))
                .bind("token", lease.token())
                .bind("queue", lease.work().queue().value())
                .bind("key", lease.work().key())
                .execute());
  }

  @Override
  public void bury(Lease lease, String failure) {
    transactions.writeInTurn(
        writing ->
            Handles.of(writing)
                .createUpdate(
                    """
                    update work set lease = null, leased_by = null, last_failure = :failure,
                      attempts = case when again_at is null then attempts else 0 end,
                      dead_at = case when again_at is null then clock_timestamp() end,
                      due_at = coalesce(again_at, due_at), again_at = null
                    where lease = :token and queue = :queue and key = :key
                    """)
                .bind("failure", failure)
                .bind("token", lease.token())
                .bind("queue", lease.work().queue().value())
                .bind("key", lease.work().key())
                .execute());
  }

  @Override
  public List<DeadLetter> deadLetters(Reading transaction, int most) {
    return Handles.of(transaction)
        .createQuery(
            "select * from work where dead_at is not null order by dead_at desc, id limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new DeadLetter(
                    WorkRow.work(row),
                    row.getInt("attempts"),
                    row.getString("last_failure"),
                    row.getTimestamp("dead_at").toInstant()))
        .list();
  }

  @Override
  public boolean revive(Writing transaction, QueueName queue, String key) {
    boolean revived =
        Handles.of(transaction)
                .createUpdate(
                    """
                    update work set dead_at = null, attempts = 0, due_at = clock_timestamp()
                    where queue = :queue and key = :key and dead_at is not null
                    """)
                .bind("queue", queue.value())
                .bind("key", key)
                .execute()
            > 0;
    if (revived) {
      signals.send(transaction, ADDED, queue.value());
    }
    return revived;
  }

  @Override
  public List<QueueDepth> depths(Reading transaction) {
    return Handles.of(transaction)
        .createQuery(
            """
            select queue,
              count(*) filter (where dead_at is null and lease is null
                and due_at <= clock_timestamp()) as due,
              count(*) filter (where dead_at is null and lease is null
                and due_at > clock_timestamp()) as later,
              count(*) filter (where lease is not null) as leased,
              count(*) filter (where dead_at is not null) as dead
            from work group by queue order by queue
            """)
        .map(
            (row, context) ->
                new QueueDepth(
                    new QueueName(row.getString("queue")),
                    row.getLong("due"),
                    row.getLong("later"),
                    row.getLong("leased"),
                    row.getLong("dead")))
        .list();
  }

  private static String[] names(Set<QueueName> queues) {
    return queues.stream().map(QueueName::value).toArray(String[]::new);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
