package dev.assay.awsapi.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Headers: names in lower case, each with its values in order.
///
/// @param values by name
public record Headers(Map<String, List<String>> values) {
  /// None.
  public static final Headers NONE = new Headers(Map.of());

  public Headers {
    Map<String, List<String>> copy = new TreeMap<>();
    values.forEach(
        (name, list) ->
            copy.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .addAll(list));
    copy.replaceAll((_, list) -> List.copyOf(list));
    values = Collections.unmodifiableMap(copy);
  }

  /// All values of a header; empty where it is absent.
  public List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// The first value of a header.
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// These, and this one instead of any of its name.
  public Headers with(String name, String value) {
    Map<String, List<String>> changed = new TreeMap<>(values);
    changed.put(name.toLowerCase(Locale.ROOT), List.of(value));
    return new Headers(changed);
  }
}
