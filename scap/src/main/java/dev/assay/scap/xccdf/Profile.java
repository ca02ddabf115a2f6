package dev.assay.scap.xccdf;

import java.util.List;

/// A selection of rules and values, as it is written: what it extends comes before its settings.
///
/// @param base the id of the profile it extends, or empty
public record Profile(String id, String title, String base, List<Setting> settings) {
  /// One change of the benchmark.
  public sealed interface Setting {
    /// Turns a rule or a group on or off.
    record Select(String item, boolean selected) implements Setting {}

    /// Gives a value.
    record SetValue(String value, List<String> values) implements Setting {}

    /// Chooses among the values a value offers.
    record RefineValue(String value, String selector) implements Setting {}

    /// Changes a rule; an empty string leaves the rule's own.
    record RefineRule(String rule, String severity, String role, String selector, String weight)
        implements Setting {}
  }
}
