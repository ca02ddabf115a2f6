package dev.assay.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/// What a failed statement means for its transaction, by its SQLSTATE.
enum Failure {
  /// Lost to a concurrent transaction; nothing was changed.
  CONTENDED,
  /// The server is not there, or is going.
  UNREACHABLE,
  /// The statement or its values.
  OTHER;

  static Failure of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case SQLTransientConnectionException _, ConnectionException _ -> {
          return UNREACHABLE;
        }
        case SQLException sql -> {
          return of(sql.getSQLState());
        }
        default -> {}
      }
    }
    return OTHER;
  }

  private static Failure of(@Nullable String state) {
    if (state == null) {
      return OTHER;
    }
    return switch (state) {
      // serialization_failure, deadlock_detected
      case "40001", "40P01" -> CONTENDED;
      // admin_shutdown, crash_shutdown, cannot_connect_now
      case "57P01", "57P02", "57P03" -> UNREACHABLE;
      default -> state.startsWith("08") ? UNREACHABLE : OTHER;
    };
  }
}
