package dev.assay.model;

/// Something that could not be assessed. It is part of every result: not evaluated is not passed.
///
/// @param what the package, file or feature
/// @param why one sentence for a person
/// @param gap how much of the result is missing
public record NotEvaluated(String what, Reason reason, String why, Gap gap) {

  /// Why it could not be assessed, for programs.
  public enum Reason {
    UNREADABLE,
    UNPARSEABLE,
    UNKNOWN_OS,
    NO_ADVISORIES,
    END_OF_LIFE,
    THIRD_PARTY,
    AMBIGUOUS,
    VERSION_UNPARSEABLE,
    LIMIT,
    STARTER_SET,
    UNSUPPORTED
  }

  /// How much is missing: a `WHOLE` gap (a package database, the OS release, the target) makes
  /// the command exit with 3, a `PART` does not.
  public enum Gap {
    PART,
    WHOLE
  }
}
