package dev.assay.feeds;

import java.util.List;

/// What came of reading feed files, besides the records.
///
/// @param records how many records were given to the sink, rejected ones not counted
/// @param rejected how many records, documents and files could not be read; the sink has them
/// @param passedOver what was not imported, by file and reason
public record FeedReport(long records, long rejected, List<PassedOver> passedOver) {
  public FeedReport {
    passedOver = List.copyOf(passedOver);
  }

  /// Documents of one file, or statements of one feed, that were not imported.
  ///
  /// @param file the file, or for what was left out the feed
  /// @param what why not, or what they are: `RustSec advisories`
  /// @param example the first one's path; empty for what was left out
  public record PassedOver(String file, Kind kind, String what, long count, String example) {
    /// Whether anything may be missed.
    public enum Kind {
      /// A licence, a checksum list, test data.
      NOT_A_FEED,
      /// Statements of a feed that no host can be judged by, left out on purpose.
      LEFT_OUT,
      /// A feed that this version knows of and does not read.
      NOT_READ,
      /// No importer knows what it is.
      UNRECOGNISED
    }
  }

  /// Whether every document was understood and every byte could be read.
  public boolean complete() {
    return rejected == 0
        && passedOver.stream().noneMatch(it -> it.kind() == PassedOver.Kind.UNRECOGNISED);
  }
}
