package dev.assay.assessment.cis;

import java.util.List;
import java.util.Map;

/// Which resources a configuration scans: those of some accounts that have, of each of the keys,
/// one of its values.
///
/// @param accounts numbers, `SELF` or `ALL_ACCOUNTS`, as they were given
public record CisTargets(List<String> accounts, Map<String, List<String>> tags) {
  /// The account that the configuration belongs to.
  public static final String SELF = "SELF";

  /// That account and all that it administers.
  public static final String ALL = "ALL_ACCOUNTS";

  public CisTargets {
    accounts = List.copyOf(accounts);
    tags = Map.copyOf(tags);
  }

  /// Whether a resource with these tags is meant.
  public boolean match(Map<String, String> resource) {
    return tags.entrySet().stream()
        .allMatch(tag -> tag.getValue().contains(resource.getOrDefault(tag.getKey(), "")));
  }
}
