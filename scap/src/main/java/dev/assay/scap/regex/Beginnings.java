package dev.assay.scap.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fixed texts with one of which every match of a pattern begins at the start of its subject,
/// alternatives each with its own: `^(/etc/a|/usr/b)` has two.
final class Beginnings {
  private static final int MOST = 64;

  private Beginnings() {}

  /// One empty text where a match can begin with anything.
  static List<String> of(String source) {
    if (source.contains("(?i") || source.contains("\\Q")) {
      return List.of("");
    }
    List<String> all = new ArrayList<>();
    for (String alternative : Alternatives.split(source)) {
      if (!alternative.startsWith("^")) {
        return List.of("");
      }
      all.addAll(anchored(alternative.substring(1)));
    }
    return all.size() > MOST ? List.of("") : all;
  }

  private static List<String> anchored(String source) {
    Optional<Alternatives.Group> group = Alternatives.leadingGroup(source);
    if (group.isEmpty()) {
      return List.of(Translation.prefix("^" + source));
    }
    String after = group.get().after();
    if (!after.isEmpty() && "*?{".indexOf(after.charAt(0)) >= 0) {
      return List.of("");
    }
    List<String> all = new ArrayList<>();
    for (String alternative : Alternatives.split(group.get().content())) {
      all.addAll(anchored(alternative.startsWith("^") ? alternative.substring(1) : alternative));
    }
    return all;
  }
}
