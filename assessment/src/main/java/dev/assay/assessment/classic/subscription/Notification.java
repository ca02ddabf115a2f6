package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a topic is to be told.
///
/// @param about the run; where a topic was just subscribed, the template
/// @param newState null where the event is no change of state
public record Notification(
    ClassicArn about, String topic, InspectorEvent event, Instant at, @Nullable String newState) {

  /// What was done about a notification.
  ///
  /// @param status null where nothing was yet
  /// @param message null where there is nothing to say
  public record Delivered(
      Notification notification, @Nullable PublishStatus status, @Nullable String message) {}

  /// Everything that topics are told of an event of a run, one notification for each topic.
  static List<Notification> of(
      ClassicArn run,
      InspectorEvent event,
      @Nullable String newState,
      Instant at,
      List<String> topics) {
    return topics.stream().map(topic -> new Notification(run, topic, event, at, newState)).toList();
  }
}
