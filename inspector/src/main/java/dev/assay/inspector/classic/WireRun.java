package dev.assay.inspector.classic;

import dev.assay.assessment.classic.run.DescribedRun;
import dev.assay.assessment.classic.subscription.Notification;
import dev.assay.assessment.classic.subscription.PublishStatus;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AssessmentRun;
import dev.assay.awsapi.inspector.AssessmentRunNotification;
import dev.assay.awsapi.inspector.AssessmentRunNotificationSnsStatusCode;
import dev.assay.awsapi.inspector.AssessmentRunState;
import dev.assay.awsapi.inspector.AssessmentRunStateChange;
import dev.assay.awsapi.inspector.InspectorEvent;
import java.util.HashMap;
import java.util.Map;

/// A run as the API shows it.
final class WireRun {
  private WireRun() {}

  static AssessmentRun of(DescribedRun described, Tenant tenant) {
    var run = described.run();
    Map<String, Integer> counts = new HashMap<>();
    described
        .findingCounts()
        .forEach((severity, count) -> counts.put(severity.wireName(), Math.toIntExact(count)));
    return new AssessmentRun(
        run.arn().toString(),
        run.name(),
        run.arn().parent().toString(),
        AssessmentRunState.of(run.state().name()),
        Math.toIntExact(run.duration().toSeconds()),
        Wire.arns(run.rulesPackages(), tenant),
        Wire.wireAttributes(run.userAttributes()),
        run.createdAt(),
        run.createdAt(),
        run.completedAt(),
        run.stateChangedAt(),
        run.dataCollected(),
        described.changes().stream()
            .map(
                change ->
                    new AssessmentRunStateChange(
                        change.at(), AssessmentRunState.of(change.state().name())))
            .toList(),
        described.notifications().stream().map(WireRun::notification).toList(),
        counts);
  }

  /// Without a status, nothing was tried yet.
  private static AssessmentRunNotification notification(Notification.Delivered delivered) {
    PublishStatus status = delivered.status();
    return new AssessmentRunNotification(
        delivered.notification().at(),
        InspectorEvent.of(delivered.notification().event().name()),
        delivered.message(),
        status != null && status != PublishStatus.SUCCESS,
        delivered.notification().topic(),
        status == null ? null : AssessmentRunNotificationSnsStatusCode.of(status.name()));
  }
}
