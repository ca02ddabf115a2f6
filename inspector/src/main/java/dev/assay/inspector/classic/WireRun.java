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
    return AssessmentRun.builder()
        .arn(run.arn().toString())
        .name(run.name())
        .assessmentTemplateArn(run.arn().parent().toString())
        .state(AssessmentRunState.of(run.state().name()))
        .durationInSeconds(Math.toIntExact(run.duration().toSeconds()))
        .rulesPackageArns(Wire.arns(run.rulesPackages(), tenant))
        .userAttributesForFindings(Wire.wireAttributes(run.userAttributes()))
        .createdAt(run.createdAt())
        .startedAt(run.createdAt())
        .completedAt(run.completedAt())
        .stateChangedAt(run.stateChangedAt())
        .dataCollected(run.dataCollected())
        .stateChanges(
            described.changes().stream()
                .map(
                    change ->
                        new AssessmentRunStateChange(
                            change.at(), AssessmentRunState.of(change.state().name())))
                .toList())
        .notifications(described.notifications().stream().map(WireRun::notification).toList())
        .findingCounts(counts)
        .build();
  }

  /// Without a status, nothing was tried yet.
  private static AssessmentRunNotification notification(Notification.Delivered delivered) {
    PublishStatus status = delivered.status();
    return AssessmentRunNotification.builder()
        .date(delivered.notification().at())
        .event(InspectorEvent.of(delivered.notification().event().name()))
        .message(delivered.message())
        .error(status != null && status != PublishStatus.SUCCESS)
        .snsTopicArn(delivered.notification().topic())
        .snsPublishStatusCode(
            status == null ? null : AssessmentRunNotificationSnsStatusCode.of(status.name()))
        .build();
  }
}
