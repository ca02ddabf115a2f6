package dev.assay.scap.oval;

import java.util.List;

/// What a definition is made of.
public sealed interface Criteria {
  /// Several, combined.
  record Group(LogicalOperator operator, boolean negate, String comment, List<Criteria> parts)
      implements Criteria {}

  /// The result of a test.
  record TestReference(String test, boolean negate, String comment) implements Criteria {}

  /// The result of another definition.
  record DefinitionReference(String definition, boolean negate, String comment)
      implements Criteria {}
}
