package dev.assay.scap.xccdf;

import java.util.List;
import java.util.Optional;

/// A rule of a benchmark, with what it inherits from its groups.
///
/// @param groups the ids of the groups it is in, the outermost first
/// @param platforms for the rule and each of its groups that names platforms, those: of every list
///     one must apply
public record Rule(
    String id,
    String title,
    String severity,
    double weight,
    String role,
    List<String> groups,
    List<List<String>> platforms,
    List<List<String>> requires,
    List<String> conflicts,
    List<Reference> references,
    Optional<CheckReference> complexCheck,
    List<CheckReference.Simple> checks) {
  /// A requirement of a framework that the rule serves.
  public record Reference(String href, String text) {}
}
