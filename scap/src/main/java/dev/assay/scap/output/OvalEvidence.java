package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Every definition and every test that a benchmark's rules hang on in one component, once. One
/// that was evaluated with different values of external variables is there as often as its results
/// differ.
final class OvalEvidence {
  private final Map<String, List<DefinitionResult>> definitions = new LinkedHashMap<>();
  private final Map<String, List<TestResult>> tests = new LinkedHashMap<>();

  private OvalEvidence() {}

  /// @param own tells which definitions that rules name are the component's
  static OvalEvidence of(BenchmarkResult result, Predicate<String> own) {
    OvalEvidence evidence = new OvalEvidence();
    result.rules().stream()
        .flatMap(rule -> rule.evidence().stream())
        .filter(definition -> own.test(definition.definition().id()))
        .forEach(evidence::take);
    return evidence;
  }

  boolean isEmpty() {
    return definitions.isEmpty();
  }

  private void take(DefinitionResult definition) {
    if (add(definitions, definition.definition().id(), definition)) {
      definition.criteria().forEach(this::take);
    }
  }

  private void take(Node node) {
    switch (node) {
      case Node.Group group -> group.parts().forEach(this::take);
      case Node.Extended extended -> take(extended.result());
      case Node.Tested tested -> add(tests, tested.result().test().id(), tested.result());
    }
  }

  /// @return whether it was not there
  private static <T> boolean add(Map<String, List<T>> all, String id, T one) {
    List<T> known = all.computeIfAbsent(id, absent -> new ArrayList<>());
    if (known.stream().anyMatch(other -> other == one) || known.contains(one)) {
      return false;
    }
    known.add(one);
    return true;
  }

  Map<String, List<DefinitionResult>> definitions() {
    return definitions;
  }

  Map<String, List<TestResult>> tests() {
    return tests;
  }

  /// Which of a definition's results this is, from 1.
  int instance(DefinitionResult result) {
    return place(definitions.getOrDefault(result.definition().id(), List.of()), result);
  }

  /// Which of a test's results this is, from 1.
  int instance(TestResult result) {
    return place(tests.getOrDefault(result.test().id(), List.of()), result);
  }

  private static <T> int place(List<T> all, T one) {
    return Math.max(0, all.indexOf(one)) + 1;
  }
}
