package dev.assay.scap.rpm;

/// What the verification of one attribute gave.
///
/// @param word OVAL's
/// @param why a sentence where it could not be decided; otherwise empty
public record RpmVerdict(String word, String why) {
  static final RpmVerdict PASS = new RpmVerdict("pass", "");
  static final RpmVerdict FAIL = new RpmVerdict("fail", "");
  static final RpmVerdict NOT_PERFORMED = new RpmVerdict("not performed", "");

  static RpmVerdict of(boolean same) {
    return same ? PASS : FAIL;
  }

  static RpmVerdict undecided(String why) {
    return new RpmVerdict("", why);
  }

  /// Whether it was decided.
  public boolean isDecided() {
    return why.isEmpty();
  }
}
