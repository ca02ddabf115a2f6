package dev.assay.feeds;

import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceInfo;
import java.util.List;

/// What came of reading feed files.
///
/// @param sources every source that had a record, by its id
/// @param passedOver what was not imported, by file and reason
/// @param rejected what could not be read and belongs to no source: damaged archives, files with
///     a wrong checksum, unrecognised documents excluded
public record FeedReport(
    List<SourceInfo> sources, List<PassedOver> passedOver, List<RejectedRecord> rejected) {
  public FeedReport {
    sources = List.copyOf(sources);
    passedOver = List.copyOf(passedOver);
    rejected = List.copyOf(rejected);
  }

  /// Documents of one file that were not imported.
  ///
  /// @param what why not, or what they are: `RustSec advisories`
  /// @param example the first one's path
  public record PassedOver(String file, Kind kind, String what, long count, String example) {
    /// Whether anything may be missed.
    public enum Kind {
      /// A licence, a checksum list, test data.
      NOT_A_FEED,
      /// A feed that this version knows of and does not read.
      NOT_READ,
      /// No importer knows what it is.
      UNRECOGNISED
    }
  }

  /// Whether every document was understood and every byte could be read.
  public boolean complete() {
    return rejected.isEmpty()
        && sources.stream().allMatch(source -> source.rejectedCount() == 0)
        && passedOver.stream().noneMatch(it -> it.kind() == PassedOver.Kind.UNRECOGNISED);
  }
}
