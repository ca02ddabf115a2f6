package dev.assay.assessment.aggregation;

import dev.assay.assessment.tenant.AccountId;

/// One sum. Groups without any finding are not answered, so that `all` is never 0.
///
/// @param account whose findings they are
public record Aggregate(AccountId account, Group group, Sums sums) {

  /// How many findings there are in a group.
  ///
  /// @param exploitAvailable of how many an exploit is known
  /// @param fixAvailable of how many at least one affected package can be mended
  /// @param networkReachability how many say that a port can be reached
  /// @param resources how many resources they are on, by {@link Grouping#IMAGE_REPOSITORY} and
  ///     {@link Grouping#HOST_IMAGE}; 0 by all others
  public record Sums(
      long all,
      long medium,
      long high,
      long critical,
      long exploitAvailable,
      long fixAvailable,
      long networkReachability,
      long resources) {}
}
