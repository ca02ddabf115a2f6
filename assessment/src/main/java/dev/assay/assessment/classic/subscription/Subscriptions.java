package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.LimitExceeded;
import dev.assay.assessment.classic.ClassicRefusal.Limited;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may be done with event subscriptions.
public final class Subscriptions {
  private static final int LARGEST_PAGE = 50;
  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");

  private final Transactions transactions;
  private final TenantTurn turn;
  private final SubscriptionStore store;
  private final TemplateStore templates;
  private final Notifier notifier;
  private final ClassicLimits limits;
  private final InstantSource clock;

  public Subscriptions(
      Transactions transactions,
      TenantTurn turn,
      SubscriptionStore store,
      TemplateStore templates,
      Notifier notifier,
      ClassicLimits limits,
      InstantSource clock) {
    this.transactions = transactions;
    this.turn = turn;
    this.store = store;
    this.templates = templates;
    this.notifier = notifier;
    this.limits = limits;
    this.clock = clock;
  }

  /// Asking again changes nothing. That the topic exists is seen when it is first told: of the
  /// subscription itself, as Classic does.
  public void subscribe(Tenant tenant, String resource, InspectorEvent event, String topic) {
    ClassicArn template = template(tenant, resource);
    requireTopic(topic);
    Instant now = clock.instant();
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          require(writing, template);
          if (!store.add(writing, template, topic, event, now)) {
            return;
          }
          if (store.count(writing, template) > limits.subscriptions()) {
            throw new LimitExceeded(Limited.EVENT_SUBSCRIPTIONS, limits.subscriptions());
          }
          notifier.tell(writing, new Notification(template, topic, event, now, null));
        });
  }

  public void unsubscribe(Tenant tenant, String resource, InspectorEvent event, String topic) {
    ClassicArn template = template(tenant, resource);
    requireTopic(topic);
    transactions.change(
        writing -> {
          require(writing, template);
          if (!store.remove(writing, template, topic, event)) {
            throw new NoSuchEntity(Entity.SNS_TOPIC, topic + " that is told of " + event);
          }
        });
  }

  /// What topics are told.
  ///
  /// @param resource null for all templates
  public Page<Subscription> list(
      Tenant tenant,
      @Nullable String resource,
      @Nullable Integer maxResults,
      @Nullable String token) {
    ClassicArn template = resource == null ? null : template(tenant, resource);
    Listing listing =
        Listing.of(tenant + " subscriptions " + resource, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          if (template != null) {
            require(reading, template);
          }
          return listing.page(most -> store.list(reading, tenant, template, listing.after(), most));
        });
  }

  /// Templates are what Classic has event subscriptions for.
  private static ClassicArn template(Tenant tenant, String resource) {
    if (ClassicArn.parse(resource).filter(arn -> arn.kind() == Kind.TEMPLATE).isEmpty()) {
      throw new InvalidInput(
          Invalid.INVALID_RESOURCE_ARN, "Events are of assessment templates, not of " + resource);
    }
    return OwnArn.own(tenant, Kind.TEMPLATE, resource);
  }

  private static void requireTopic(String topic) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new InvalidInput(Invalid.INVALID_SNS_TOPIC_ARN, "Not the ARN of a topic: " + topic);
    }
  }

  private void require(Reading reading, ClassicArn template) {
    if (templates.find(reading, List.of(template.toString())).isEmpty()) {
      throw new NoSuchEntity(Entity.TEMPLATE, template.toString());
    }
  }
}
