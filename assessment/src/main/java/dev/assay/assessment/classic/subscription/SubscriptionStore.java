package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where subscriptions are kept, and notifications with what became of them.
public interface SubscriptionStore {
  /// Subscribes a topic.
  ///
  /// @return whether the topic was not told of such events before
  boolean add(
      Writing transaction, ClassicArn template, String topic, InspectorEvent event, Instant now);

  /// Unsubscribes a topic.
  ///
  /// @return whether there was such a subscription
  boolean remove(Writing transaction, ClassicArn template, String topic, InspectorEvent event);

  long count(Reading transaction, ClassicArn template);

  /// What topics are told.
  ///
  /// @param template null for all of the tenant's
  List<Listing.Row<Subscription>> list(
      Reading transaction, Tenant tenant, @Nullable ClassicArn template, long after, int most);

  /// The topics that are told of such events of the template's runs.
  List<String> topics(Reading transaction, ClassicArn template, InspectorEvent event);

  /// Records a notification.
  ///
  /// @return the notification's number
  long add(Writing transaction, Notification notification);

  Optional<Notification> notification(Reading transaction, long number);

  void delivered(Writing transaction, long number, Publisher.Outcome outcome);

  /// The latest notifications of each run, the earliest of them first.
  Map<String, List<Notification.Delivered>> notifications(
      Reading transaction, Collection<String> runs, int mostOfEach);
}
