package dev.assay.version;

/// What a package manager says of a pair: an order, or that one of them is no version.
enum Outcome {
  LESS("lt"),
  EQUAL("eq"),
  GREATER("gt"),
  REFUSED("refused");

  private final String relation;

  Outcome(String relation) {
    this.relation = relation;
  }

  /// dpkg's word for it.
  String relation() {
    return relation;
  }

  static Outcome of(int comparison) {
    return comparison < 0 ? LESS : comparison > 0 ? GREATER : EQUAL;
  }

  static Outcome of(VersionScheme scheme, NearMisses.Pair pair) {
    try {
      return of(scheme.parse(pair.left()).compareTo(scheme.parse(pair.right())));
    } catch (InvalidVersionException e) {
      return REFUSED;
    }
  }
}
