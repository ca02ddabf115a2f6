package dev.assay.awsapi.codec;

import java.util.ArrayList;
import java.util.List;

/// Collects all that is wrong with an input.
public final class Violations {
  /// More than a caller reads; a hostile input could break the model a million times.
  private static final int LIMIT = 100;

  private static final int SHOWN = 256;

  private final List<Violation> found = new ArrayList<>();

  /// Adds a violation.
  public void add(Path path, Violation.Kind kind, String message) {
    if (found.size() < LIMIT) {
      found.add(new Violation(path.toString(), kind, message));
    }
  }

  /// Adds a violation of a constraint by a value that may be shown.
  void unsatisfied(Path path, Violation.Kind kind, String value, String constraint) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    add(
        path,
        kind,
        "Value '%s' at '%s' failed to satisfy constraint: %s".formatted(shown, path, constraint));
  }

  /// Whether nothing is wrong.
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// All that is wrong, in the order of the input.
  public List<Violation> list() {
    return List.copyOf(found);
  }
}
