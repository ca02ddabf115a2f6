package dev.assay.scap.output;

import dev.assay.scap.oval.Item;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers items: one number for what is the same, and no number twice in a document, whatever
/// component it was found for.
final class FoundItems {
  private final Map<Numbered, Integer> numbers = new LinkedHashMap<>();

  private record Numbered(String namespace, Item item) {}

  /// @param namespace of the item's element
  int id(String namespace, Item item) {
    return numbers.computeIfAbsent(new Numbered(namespace, item), absent -> numbers.size() + 1);
  }
}
