package dev.assay.model;

import java.util.List;

/// Why a package is, or is not, held to have a vulnerability: built while deciding, never
/// afterwards.
public record Trace(Outcome outcome, List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /// What was decided.
  public enum Outcome {
    AFFECTED,
    FIXED,
    NOT_AFFECTED,
    NOT_APPLICABLE,
    SUPERSEDED,
    WITHDRAWN,
    NOT_EVALUATED
  }

  /// One step: `rule` is a short code for programs (`version-compared`), `text` a sentence for
  /// people.
  public record Step(String rule, String text) {}
}
