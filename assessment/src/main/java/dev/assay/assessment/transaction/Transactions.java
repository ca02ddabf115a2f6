package dev.assay.assessment.transaction;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs work inside one transaction: all of its changes happen, or, where it throws, none.
///
/// Work that loses to a concurrent transaction (a serialization failure, a deadlock, a connection
/// lost before the commit) is run again from its start, with pauses that grow. So it must have no
/// effect but through its transaction, and it must not open another one: a transaction is passed
/// on, never nested.
///
/// All methods throw `ContendedException` where every attempt lost, and `UnavailableException`
/// where the store cannot be reached.
public interface Transactions {
  /// Reads of one moment, whatever is written meanwhile.
  <T extends @Nullable Object> T read(Function<? super Reading, T> work);

  /// Work that decides on what it reads. It sees one moment; where another transaction changes a
  /// row that this one then changes too, this one runs again and sees the other's change. Two
  /// transactions that change different rows do not notice each other: what must be unique or must
  /// stay a sum is a constraint, or the row it hangs on is locked first.
  <T extends @Nullable Object> T write(Function<? super Writing, T> work);

  /// Work on rows that many change at once (counters, queues): each statement waits for its turn
  /// and sees what was committed before it, so that nothing has to run again, but two statements
  /// may see different moments.
  <T extends @Nullable Object> T writeInTurn(Function<? super Writing, T> work);

  /// `write` for what is said again before long: it does not wait until it is on disk, and is
  /// forgotten where the store's machine fails within the next second. A failure of this process
  /// does it no harm.
  <T extends @Nullable Object> T note(Function<? super Writing, T> work);

  /// `write` for work that has no answer.
  default void change(Consumer<? super Writing> work) {
    this.<@Nullable Void>write(
        transaction -> {
          work.accept(transaction);
          return null;
        });
  }
}
