package dev.assay.store.cis;

import dev.assay.store.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keys with several values each, as an object of arrays.
final class TagLists {
  private TagLists() {}

  record Tag(String key, List<String> values) {}

  static String write(Map<String, List<String>> tags) {
    List<Tag> list = new ArrayList<>();
    new TreeMap<>(tags).forEach((key, values) -> list.add(new Tag(key, values)));
    return Documents.text(list);
  }

  static Map<String, List<String>> read(String document) {
    Map<String, List<String>> tags = new TreeMap<>();
    for (Tag tag : Documents.read(document, Tag[].class)) {
      tags.put(tag.key(), List.copyOf(tag.values()));
    }
    return tags;
  }
}
