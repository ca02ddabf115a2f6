package dev.assay.report;

/// How a table is drawn.
///
/// @param width the columns it may use, at least [#LEAST_WIDTH]
public record TableStyle(int width, Colours colours, Folding folding) {
  /// Narrower than this no row says anything.
  public static final int LEAST_WIDTH = 60;

  private static final int DEFAULT_WIDTH = 100;

  public TableStyle {
    if (width < LEAST_WIDTH) {
      throw new IllegalArgumentException(
          "A table needs at least " + LEAST_WIDTH + " columns, not " + width);
    }
  }

  /// Whether severities are coloured by ANSI escape sequences.
  public enum Colours {
    NONE,
    ANSI
  }

  /// Whether long runs of vulnerabilities that nobody can act on are summed up.
  public enum Folding {
    /// Those without a fix are summed up by package, but for the worst.
    FOLDED,
    /// One row for each, however many.
    UNFOLDED
  }

  /// 100 columns, no colours, folded: what a pipe or a file gets.
  public static TableStyle plain() {
    return new TableStyle(DEFAULT_WIDTH, Colours.NONE, Folding.FOLDED);
  }
}
