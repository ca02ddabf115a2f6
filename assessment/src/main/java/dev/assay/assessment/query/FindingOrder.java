package dev.assay.assessment.query;

/// An order of findings. Equal ones follow in the order of their names, so that a page always
/// begins where the one before it ended. Findings that lack the sort key come last.
public record FindingOrder(Key key, Direction direction) {
  /// The latest change first.
  public static final FindingOrder DEFAULT = new FindingOrder(Key.UPDATED, Direction.DESCENDING);

  /// What findings can be sorted by.
  public enum Key {
    ACCOUNT,
    FINDING_TYPE,
    SEVERITY,
    FIRST_OBSERVED,
    LAST_OBSERVED,
    UPDATED,
    STATUS,
    RESOURCE_TYPE,
    IMAGE_PUSHED,
    IMAGE_REPOSITORY,
    IMAGE_REGISTRY,
    NETWORK_PROTOCOL,
    COMPONENT_TYPE,
    VULNERABILITY_ID,
    VULNERABILITY_SOURCE,
    SCORE,
    VENDOR_SEVERITY,
    EPSS
  }

  public enum Direction {
    ASCENDING,
    DESCENDING
  }
}
