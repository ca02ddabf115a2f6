package dev.assay.assessment.classic;

/// How many of each an account may have in a region.
///
/// @param subscriptions topics and events of one template
public record ClassicLimits(
    int targets, int templates, int runs, int resourceGroups, int subscriptions) {
  /// Classic's published defaults for targets, templates and runs; for the other two it published
  /// none, and these are ours.
  public static final ClassicLimits DEFAULT = new ClassicLimits(50, 500, 50_000, 5_000, 50);
}
