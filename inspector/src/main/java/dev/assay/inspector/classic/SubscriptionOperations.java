package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.subscription.Subscriptions;
import dev.assay.assessment.query.Page;
import dev.assay.awsapi.inspector.EventSubscription;
import dev.assay.awsapi.inspector.EventSubscriptionsOperations;
import dev.assay.awsapi.inspector.InspectorEvent;
import dev.assay.awsapi.inspector.ListEventSubscriptionsRequest;
import dev.assay.awsapi.inspector.ListEventSubscriptionsResponse;
import dev.assay.awsapi.inspector.SubscribeToEventRequest;
import dev.assay.awsapi.inspector.Subscription;
import dev.assay.awsapi.inspector.UnsubscribeFromEventRequest;
import dev.assay.awsapi.value.Caller;

/// Who is told of events.
final class SubscriptionOperations implements EventSubscriptionsOperations {
  private final Subscriptions subscriptions;

  SubscriptionOperations(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public void subscribeToEvent(Caller caller, SubscribeToEventRequest input) {
    Refusals.translated(
        () ->
            subscriptions.subscribe(
                Wire.tenant(caller), input.resourceArn(), event(input.event()), input.topicArn()));
  }

  @Override
  public void unsubscribeFromEvent(Caller caller, UnsubscribeFromEventRequest input) {
    Refusals.translated(
        () ->
            subscriptions.unsubscribe(
                Wire.tenant(caller), input.resourceArn(), event(input.event()), input.topicArn()));
  }

  private static dev.assay.assessment.classic.subscription.InspectorEvent event(
      InspectorEvent event) {
    try {
      return dev.assay.assessment.classic.subscription.InspectorEvent.valueOf(event.value());
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput(Invalid.INVALID_EVENT, "Not an event: " + event.value());
    }
  }

  @Override
  public ListEventSubscriptionsResponse listEventSubscriptions(
      Caller caller, ListEventSubscriptionsRequest input) {
    Page<dev.assay.assessment.classic.subscription.Subscription> page =
        Refusals.translated(
            () ->
                subscriptions.list(
                    Wire.tenant(caller),
                    input.resourceArn(),
                    input.maxResults(),
                    input.nextToken()));
    return ListEventSubscriptionsResponse.builder()
        .subscriptions(page.items().stream().map(SubscriptionOperations::wire).toList())
        .nextToken(page.next().orElse(null))
        .build();
  }

  private static Subscription wire(
      dev.assay.assessment.classic.subscription.Subscription subscription) {
    return new Subscription(
        subscription.template(),
        subscription.topic(),
        subscription.events().stream()
            .map(
                event ->
                    new EventSubscription(
                        InspectorEvent.of(event.event().name()), event.subscribedAt()))
            .toList());
  }
}
