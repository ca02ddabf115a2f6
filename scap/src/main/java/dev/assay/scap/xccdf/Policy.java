package dev.assay.scap.xccdf;

import dev.assay.scap.xccdf.Profile.Setting;
import dev.assay.scap.xml.MalformedContentException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A benchmark as a profile sets it.
public final class Policy {
  private final Benchmark benchmark;
  private final Set<String> selected;
  private final Map<String, List<String>> given = new HashMap<>();
  private final Map<String, String> selectors = new HashMap<>();
  private final Map<String, Setting.RefineRule> refinements = new HashMap<>();

  private Policy(Benchmark benchmark) {
    this.benchmark = benchmark;
    this.selected = new HashSet<>(benchmark.selected());
  }

  /// The benchmark under a profile.
  ///
  /// @throws MalformedContentException if the profile, or one it extends, is missing or extends
  ///     itself
  public static Policy of(Benchmark benchmark, String profile) {
    Deque<Profile> chain = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (String id = profile; !id.isEmpty(); ) {
      Profile next = benchmark.profiles().get(id);
      if (next == null) {
        throw new MalformedContentException("The benchmark has no profile " + id + ".");
      }
      if (!seen.add(id)) {
        throw new MalformedContentException("Profile " + id + " extends itself.");
      }
      chain.addFirst(next);
      id = next.base();
    }
    Policy policy = new Policy(benchmark);
    chain.forEach(each -> each.settings().forEach(policy::apply));
    return policy;
  }

  private void apply(Setting setting) {
    switch (setting) {
      case Setting.Select(String item, boolean on) -> {
        if (on) {
          selected.add(item);
        } else {
          selected.remove(item);
        }
      }
      case Setting.SetValue(String value, List<String> values) -> given.put(value, values);
      case Setting.RefineValue(String value, String selector) -> selectors.put(value, selector);
      case Setting.RefineRule refinement -> refinements.put(refinement.rule(), refinement);
    }
  }

  /// The benchmark itself.
  public Benchmark benchmark() {
    return benchmark;
  }

  /// Whether a rule is to be checked: it and all its groups are on, what it requires is too, and
  /// nothing it conflicts with.
  public boolean isSelected(Rule rule) {
    return selected.contains(rule.id())
        && selected.containsAll(rule.groups())
        && rule.requires().stream().allMatch(any -> any.stream().anyMatch(selected::contains))
        && rule.conflicts().stream().noneMatch(selected::contains);
  }

  /// The values of a value under this profile; empty where there is no such value.
  public List<String> values(String id) {
    Value value = benchmark.values().get(id);
    List<String> set = given.get(id);
    if (set != null) {
      return set;
    }
    return value == null ? List.of() : value.selected(selectors.getOrDefault(id, ""));
  }

  /// The severity of a rule under this profile.
  public String severity(Rule rule) {
    return refined(rule, Setting.RefineRule::severity, rule.severity());
  }

  /// The role of a rule under this profile.
  public String role(Rule rule) {
    return refined(rule, Setting.RefineRule::role, rule.role());
  }

  /// The weight of a rule under this profile.
  public double weight(Rule rule) {
    return Double.parseDouble(
        refined(rule, Setting.RefineRule::weight, Double.toString(rule.weight())));
  }

  /// Which of its checks a rule uses.
  public String selector(Rule rule) {
    return refined(rule, Setting.RefineRule::selector, "");
  }

  private String refined(
      Rule rule, java.util.function.Function<Setting.RefineRule, String> part, String own) {
    Setting.RefineRule refinement = refinements.get(rule.id());
    String value = refinement == null ? "" : part.apply(refinement);
    return value.isEmpty() ? own : value;
  }
}
