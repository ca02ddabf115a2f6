package dev.assay.inventory.rpm;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;

/// A file that maps instance numbers to rpm headers; the one table or key space of an rpm
/// database that matters, all others are indexes into it.
///
/// Hostile bytes are expected. A reader visits each page or block of its file once at most, so
/// that loops, shared chains and lies on lengths cost no more than the file is long, and it
/// allocates no more than the file holds.
sealed interface HeaderDatabase permits BerkeleyDatabase, NdbDatabase, SqliteDatabase {

  /// No header is longer: rpm's own limit is 256 MiB, the longest real ones have some 10 MiB.
  int LONGEST_HEADER = 64 << 20;

  /// Hands over every header and every loss. Throws DamagedException only where nothing at all
  /// can be read.
  void read(Sink sink) throws IOException;

  /// Receives what a database holds.
  interface Sink {

    /// One header: `il`, `dl`, index and data, as [RpmHeader] parses it. The bytes are valid
    /// during this call only.
    void header(long instance, Octets blob);

    /// Something that should hold headers and does not; `why` is one sentence. Throws
    /// DamagedException when there is so much of it that reading on makes no sense.
    void lost(Reason reason, String why);

    default void lost(DamagedException damage) {
      lost(damage.reason(), damage.getMessage());
    }
  }
}
