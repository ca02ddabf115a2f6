package dev.assay.scap.oval;

import java.util.List;

/// The result of a definition as the tree of its criteria.
public record DefinitionResult(Definition definition, Truth truth, List<Node> criteria) {
  /// A node of the criteria with its result.
  public sealed interface Node {
    /// Its result, negation applied.
    Truth truth();

    /// Several, combined.
    record Group(Criteria.Group group, Truth truth, List<Node> parts) implements Node {}

    /// A test.
    record Tested(Criteria.TestReference reference, Truth truth, TestResult result)
        implements Node {}

    /// Another definition.
    record Extended(Criteria.DefinitionReference reference, Truth truth, DefinitionResult result)
        implements Node {}
  }
}
