package dev.assay.store;

import dev.assay.assessment.transaction.Reading;
import org.jdbi.v3.core.Handle;

/// The way from the domain's transaction to the connection it runs on.
public final class Handles {
  private Handles() {}

  /// The connection of a transaction that this store opened.
  public static Handle of(Reading transaction) {
    return switch (transaction) {
      case JdbiTransaction(Handle handle) -> handle;
      default ->
          throw new IllegalArgumentException(
              "a transaction of another store: " + transaction.getClass().getName());
    };
  }
}
