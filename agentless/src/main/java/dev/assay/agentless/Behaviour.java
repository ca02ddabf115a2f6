package dev.assay.agentless;

import dev.assay.model.runtime.RuntimeSample;

/// What is known of what a host does.
public sealed interface Behaviour {
  /// Nobody wanted to know, or nothing runs there.
  record Unasked() implements Behaviour {}

  /// It was looked at; the sample says what of it could not be seen.
  record Seen(RuntimeSample sample) implements Behaviour {}

  /// Nothing could be seen.
  ///
  /// @param why one sentence
  record Unseen(String why) implements Behaviour {}
}
