package dev.assay.assessment.work;

import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of work that all nodes share.
public interface WorkQueue {
  /// Adds work. Where work of the same key waits, it stays one piece: it takes the new payload, and
  /// the earlier of the two moments. Where that is being done just now, it will be done once more
  /// afterwards; a dead letter comes back to life.
  void enqueue(Writing transaction, Work work);

  /// Takes work that is due, the longest due first, and hides it from other nodes for a while.
  ///
  /// @param node who takes it, for people to see
  List<Lease> lease(Set<QueueName> queues, int most, Duration term, String node);

  /// When the next of the waiting work is due; empty where none waits.
  Optional<Instant> nextDue(Set<QueueName> queues);

  /// Ends every lease, as if its time were over: for a node that knows that no other is alive.
  ///
  /// @return how many there were
  int endLeases();

  /// Keeps a lease for another term from now.
  ///
  /// @return whether it was still held; if not, the work should be stopped
  boolean extend(Lease lease, Duration term);

  /// Ends the work in the transaction that holds its effects, so that they happen once however
  /// often it was begun. In a long transaction it comes early: from then on the lease is held until
  /// the commit, while before it each extension makes the transaction run again.
  ///
  /// @throws LeaseLostException where the lease is no longer held; the transaction must not commit
  void complete(Writing transaction, Lease lease);

  /// Gives work back, to be tried again after a pause; nothing happens if the lease is lost.
  void retry(Lease lease, Duration pause, String failure);

  /// Gives work up: it becomes a dead letter; nothing happens if the lease is lost.
  void bury(Lease lease, String failure);

  /// The dead letters of all queues, the latest first.
  List<DeadLetter> deadLetters(Reading transaction, int most);

  /// Lets a dead letter be tried again, as if for the first time.
  ///
  /// @return whether there was one
  boolean revive(Writing transaction, QueueName queue, String key);

  /// How much waits, is being done and is dead in each queue that has any.
  List<QueueDepth> depths(Reading transaction);
}
