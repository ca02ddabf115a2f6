package dev.assay.inventory.sbom;

import dev.assay.model.NotEvaluated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component of a bill of materials, as the document has it.
///
/// @param ref its `bom-ref`; where it has none of its own, its place among the components, `comp-3`
/// @param type `library`, `operating-system` …; empty where not told
/// @param version null where not told
/// @param purl null where not told
/// @param path where it was found; null where not told
/// @param properties the first value of each name
record Component(
    String ref,
    String type,
    String name,
    @Nullable String version,
    @Nullable String purl,
    @Nullable String path,
    @Nullable String supplier,
    Map<String, String> properties) {
  static final String OPERATING_SYSTEM = "operating-system";

  Component {
    properties = Map.copyOf(properties);
  }

  /// The first of these properties that it has.
  Optional<String> property(List<String> names) {
    return names.stream()
        .map(properties::get)
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }

  /// That it cannot be judged, and why.
  NotEvaluated notEvaluated(NotEvaluated.Reason reason, String why) {
    return new NotEvaluated(
        version == null ? name : name + " " + version, reason, why, NotEvaluated.Gap.PART);
  }
}
