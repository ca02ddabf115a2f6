package dev.assay.cli;

/// What the process answers; scripts rely on the numbers.
enum ExitCode {
  /// Done; lesser gaps are listed in the result.
  DONE(0),
  /// A finding at or above `--fail-on`; wins over `NOT_EVALUATED`.
  FINDINGS(1),
  /// Wrong usage or input.
  USAGE(2),
  /// A package database, the OS release or a whole target could not be assessed.
  NOT_EVALUATED(3),
  /// An agent that the service wants no more of: its key was revoked. Starting again is no use.
  REFUSED(4),
  /// A defect of Assay.
  DEFECT(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
