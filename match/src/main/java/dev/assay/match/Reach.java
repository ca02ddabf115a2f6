package dev.assay.match;

import dev.assay.model.Trace.Step;

/// Whether a repository's packages concern this resource, and whether it can install from there.
sealed interface Reach {
  /// An ordinary repository of the release.
  record Enabled() implements Reach {}

  /// The statement is true of the code, but its fix needs a subscription that is not attached.
  record NeedsSubscription(String name) implements Reach {}

  /// The repository is not of this resource.
  record Elsewhere(Step why) implements Reach {}

  /// Which repositories this resource uses is not known.
  record Unknown(Step why) implements Reach {}
}
