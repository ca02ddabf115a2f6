package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.subscription.InspectorEvent;
import dev.assay.assessment.classic.subscription.Notification;
import dev.assay.assessment.classic.subscription.PublishStatus;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rows of `classic_notification`; one without a run is of its template.
final class NotificationRows {

  long add(Writing transaction, Notification notification) {
    ClassicArn about = notification.about();
    boolean ofRun = about.kind() == ClassicArn.Kind.RUN;
    return Handles.of(transaction)
        .createQuery(
            """
            insert into classic_notification (template, run, topic, event, new_state, at)
            values (:template, :run, :topic, :event, :newState, :at) returning number
            """)
        .bind("template", (ofRun ? about.parent() : about).toString())
        .bind("run", ofRun ? about.toString() : null)
        .bind("topic", notification.topic())
        .bind("event", notification.event())
        .bind("newState", notification.newState())
        .bind("at", notification.at())
        .mapTo(Long.class)
        .one();
  }

  Optional<Notification> find(Reading transaction, long number) {
    return Handles.of(transaction)
        .createQuery("select * from classic_notification where number = :number")
        .bind("number", number)
        .map((row, _) -> notification(row))
        .findOne();
  }

  void delivered(Writing transaction, long number, Publisher.Outcome outcome) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_notification set status = :status, message = nullif(:message, '')
            where number = :number
            """)
        .bind("number", number)
        .bind("status", outcome.status())
        .bind("message", outcome.details())
        .execute();
  }

  Map<String, List<Notification.Delivered>> latest(
      Reading transaction, Collection<String> runs, int mostOfEach) {
    return Handles.of(transaction)
        .createQuery(
            """
            select latest.* from unnest(:runs) as asked(run), lateral (
              select * from classic_notification
              where classic_notification.run = asked.run
              order by number desc limit :most) as latest
            order by number
            """)
        .bind("runs", Columns.texts(runs))
        .bind("most", mostOfEach)
        .map((row, _) -> delivered(row))
        .collect(Collectors.groupingBy(one -> one.notification().about().toString()));
  }

  private static Notification.Delivered delivered(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return new Notification.Delivered(
        notification(row),
        status == null ? null : PublishStatus.valueOf(status),
        row.getString("message"));
  }

  private static Notification notification(ResultSet row) throws SQLException {
    String run = row.getString("run");
    return new Notification(
        run == null ? Columns.arn(row, "template") : Columns.arn(run),
        row.getString("topic"),
        InspectorEvent.valueOf(row.getString("event")),
        Columns.instant(row, "at"),
        row.getString("new_state"));
  }
}
