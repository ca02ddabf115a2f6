package dev.assay.scap.xccdf;

import java.util.List;
import java.util.Map;

/// A value of a benchmark: what each selector gives; the empty selector is the default.
///
/// @param type `string`, `number` or `boolean`
/// @param operator how a check is meant to compare with it: `equals`, `greater than` and so on
public record Value(
    String id, String title, String type, String operator, Map<String, List<String>> bySelector) {
  List<String> selected(String selector) {
    List<String> values = bySelector.get(selector);
    return values != null ? values : bySelector.getOrDefault("", List.of());
  }
}
