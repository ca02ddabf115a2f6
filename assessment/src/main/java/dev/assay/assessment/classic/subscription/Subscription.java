package dev.assay.assessment.classic.subscription;

import java.time.Instant;
import java.util.List;

/// What a topic is told of a template's runs.
///
/// @param template its ARN
/// @param topic an SNS topic's ARN
/// @param events at least one
public record Subscription(String template, String topic, List<SubscribedEvent> events) {
  public Subscription {
    events = List.copyOf(events);
  }

  /// Since when the topic is told of such events.
  public record SubscribedEvent(InspectorEvent event, Instant subscribedAt) {}
}
