package dev.assay.scap.probe;

import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Operation;
import dev.assay.scap.regex.PerlPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where what a searched entity means can be: a search need neither begin at the root nor look
/// everywhere where the patterns say how a match begins, or what is in it.
///
/// @param starts the directories below which to search
/// @param beginnings texts with one of which every match begins
/// @param required texts one of which is in every match
record Where(Set<String> starts, List<String> beginnings, List<String> required) {
  private static final Where ANYWHERE = new Where(Set.of("/"), List.of(""), List.of(""));

  static Where of(CollectionRequest request, String entity) {
    if (request.operation(entity) != Operation.PATTERN_MATCH || !request.mustMatch(entity)) {
      return ANYWHERE;
    }
    Set<String> starts = new LinkedHashSet<>();
    List<PerlPattern> patterns = request.patterns(entity, Set.of());
    patterns.forEach(pattern -> starts.add(directoryOf(pattern.prefix())));
    return new Where(
        starts.isEmpty() || starts.contains("/") ? Set.of("/") : starts,
        patterns.stream().flatMap(pattern -> pattern.beginnings().stream()).toList(),
        patterns.stream().map(PerlPattern::required).toList());
  }

  /// Whether a directory, or something below it, can be meant.
  boolean leadsThrough(String directory) {
    for (String beginning : beginnings) {
      if (beginning.startsWith(directory) || directory.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the path of something in this very directory can be meant.
  boolean isIn(String directory) {
    String inside = FoundFile.join(directory, "");
    for (String text : required) {
      // A name has no slash: the last one of the text is that before the name, or further up.
      if (inside.contains(text) || inside.endsWith(text.substring(0, text.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String directoryOf(String prefix) {
    int slash = prefix.lastIndexOf('/');
    return slash <= 0 ? "/" : prefix.substring(0, slash);
  }
}
