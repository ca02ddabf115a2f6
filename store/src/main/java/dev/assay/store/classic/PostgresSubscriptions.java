package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.subscription.InspectorEvent;
import dev.assay.assessment.classic.subscription.Notification;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.classic.subscription.Subscription;
import dev.assay.assessment.classic.subscription.Subscription.SubscribedEvent;
import dev.assay.assessment.classic.subscription.SubscriptionStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class PostgresSubscriptions implements SubscriptionStore {
  private final NotificationRows notifications = new NotificationRows();

  @Override
  public boolean add(
      Writing transaction, ClassicArn template, String topic, InspectorEvent event, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_topic (template, account, region, topic)
            values (:template, :account, :region, :topic) on conflict do nothing
            """)
        .bindMap(Rows.owner(template.owner()))
        .bind("template", template.toString())
        .bind("topic", topic)
        .execute();
    return Handles.of(transaction)
            .createUpdate(
                """
                insert into classic_subscription
                select number, :event, :now from classic_topic
                where template = :template and topic = :topic
                on conflict do nothing
                """)
            .bind("template", template.toString())
            .bind("topic", topic)
            .bind("event", event)
            .bind("now", now)
            .execute()
        > 0;
  }

  @Override
  public boolean remove(
      Writing transaction, ClassicArn template, String topic, InspectorEvent event) {
    int removed =
        Handles.of(transaction)
            .createUpdate(
                """
                delete from classic_subscription using classic_topic
                where number = classic_subscription.topic and template = :template
                  and classic_topic.topic = :topic and event = :event
                """)
            .bind("template", template.toString())
            .bind("topic", topic)
            .bind("event", event)
            .execute();
    Handles.of(transaction)
        .createUpdate(
            """
            delete from classic_topic
            where template = :template and topic = :topic
              and not exists (
                select from classic_subscription where classic_subscription.topic = number)
            """)
        .bind("template", template.toString())
        .bind("topic", topic)
        .execute();
    return removed > 0;
  }

  @Override
  public long count(Reading transaction, ClassicArn template) {
    return Handles.of(transaction)
        .createQuery(
            """
            select count(*) from classic_subscription
            join classic_topic on number = classic_subscription.topic
            where template = :template
            """)
        .bind("template", template.toString())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Listing.Row<Subscription>> list(
      Reading transaction, Tenant tenant, @Nullable ClassicArn template, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select classic_topic.number, template, classic_topic.topic,
              array_agg(event order by subscribed_at, event) as events,
              array_agg(subscribed_at order by subscribed_at, event) as dates
            from classic_topic
            join classic_subscription on classic_subscription.topic = number
            where account = :account and region = :region and number > :after
              and (:template::text is null or template = :template)
            group by number order by number limit :most
            """)
        .bindMap(Rows.owner(tenant))
        .bind("template", template == null ? null : template.toString())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> new Listing.Row<>(row.getLong("number"), subscription(row)))
        .list();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    List<String> names = Columns.texts(row, "events");
    Timestamp[] dates = (Timestamp[]) row.getArray("dates").getArray();
    List<SubscribedEvent> events = new ArrayList<>();
    for (int i = 0; i < dates.length; i++) {
      events.add(new SubscribedEvent(InspectorEvent.valueOf(names.get(i)), dates[i].toInstant()));
    }
    return new Subscription(row.getString("template"), row.getString("topic"), events);
  }

  @Override
  public List<String> topics(Reading transaction, ClassicArn template, InspectorEvent event) {
    return Handles.of(transaction)
        .createQuery(
            """
            select classic_topic.topic from classic_topic
            join classic_subscription on classic_subscription.topic = number
            where template = :template and event = :event order by number
            """)
        .bind("template", template.toString())
        .bind("event", event)
        .mapTo(String.class)
        .list();
  }

  @Override
  public long add(Writing transaction, Notification notification) {
    return notifications.add(transaction, notification);
  }

  @Override
  public Optional<Notification> notification(Reading transaction, long number) {
    return notifications.find(transaction, number);
  }

  @Override
  public void delivered(Writing transaction, long number, Publisher.Outcome outcome) {
    notifications.delivered(transaction, number, outcome);
  }

  @Override
  public Map<String, List<Notification.Delivered>> notifications(
      Reading transaction, Collection<String> runs, int mostOfEach) {
    return notifications.latest(transaction, runs, mostOfEach);
  }
}
