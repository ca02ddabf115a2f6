package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.tenant.Tenant;

/// Tells topics. A message may come twice, never not at all.
@FunctionalInterface
public interface Publisher {
  /// Where no way to any topic is set up: every message fails, and its notification says so.
  Publisher NONE =
      (_, _, _) ->
          new Outcome(
              PublishStatus.INTERNAL_ERROR, "No publisher of messages is set up in this service");

  /// Tells a topic.
  ///
  /// @param message a JSON object
  Outcome publish(Tenant tenant, String topic, String message);

  /// What became of a message.
  ///
  /// @param details one sentence
  record Outcome(PublishStatus status, String details) {}
}
