package dev.assay.assessment.aggregation;

import dev.assay.assessment.resource.Resource;
import org.jspecify.annotations.Nullable;

/// What the findings of one sum have in common, beside their account.
public sealed interface Group {

  /// Nothing: they are all that the account has.
  record Whole() implements Group {}

  /// A package, a repository or a machine image.
  record Named(String name) implements Group {}

  /// A title, and the vulnerability it stands for, if it does.
  record Titled(String title, @Nullable String vulnerability) implements Group {}

  record OfResource(Resource resource) implements Group {}
}
