package dev.assay.inspector.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.target.Targets;
import dev.assay.assessment.query.Page;
import dev.assay.awsapi.inspector.AssessmentTarget;
import dev.assay.awsapi.inspector.AssessmentTargetsOperations;
import dev.assay.awsapi.inspector.CreateAssessmentTargetRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTargetResponse;
import dev.assay.awsapi.inspector.CreateResourceGroupRequest;
import dev.assay.awsapi.inspector.CreateResourceGroupResponse;
import dev.assay.awsapi.inspector.DeleteAssessmentTargetRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTargetsResponse;
import dev.assay.awsapi.inspector.DescribeResourceGroupsRequest;
import dev.assay.awsapi.inspector.DescribeResourceGroupsResponse;
import dev.assay.awsapi.inspector.ListAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.ListAssessmentTargetsResponse;
import dev.assay.awsapi.inspector.ResourceGroup;
import dev.assay.awsapi.inspector.ResourceGroupTag;
import dev.assay.awsapi.inspector.ResourceGroupsOperations;
import dev.assay.awsapi.inspector.UpdateAssessmentTargetRequest;
import dev.assay.awsapi.value.Caller;
import java.util.List;

/// Resource groups and assessment targets.
final class TargetOperations implements AssessmentTargetsOperations, ResourceGroupsOperations {
  private final Targets targets;

  TargetOperations(Targets targets) {
    this.targets = targets;
  }

  @Override
  public CreateResourceGroupResponse createResourceGroup(
      Caller caller, CreateResourceGroupRequest input) {
    List<Attribute> tags =
        input.resourceGroupTags().stream()
            .map(tag -> new Attribute(tag.key(), tag.value()))
            .toList();
    return Refusals.translated(
        () ->
            new CreateResourceGroupResponse(
                targets.createGroup(Wire.tenant(caller), tags).arn().toString()));
  }

  @Override
  public DescribeResourceGroupsResponse describeResourceGroups(
      Caller caller, DescribeResourceGroupsRequest input) {
    Described<dev.assay.assessment.classic.target.ResourceGroup> found =
        Refusals.translated(
            () -> targets.describeGroups(Wire.tenant(caller), input.resourceGroupArns()));
    return new DescribeResourceGroupsResponse(
        found.items().stream().map(TargetOperations::wire).toList(), Wire.failed(found.failed()));
  }

  private static ResourceGroup wire(dev.assay.assessment.classic.target.ResourceGroup group) {
    return new ResourceGroup(
        group.arn().toString(),
        group.tags().stream()
            .map(tag -> ResourceGroupTag.builder().key(tag.key()).value(tag.value()).build())
            .toList(),
        group.createdAt());
  }

  @Override
  public CreateAssessmentTargetResponse createAssessmentTarget(
      Caller caller, CreateAssessmentTargetRequest input) {
    return Refusals.translated(
        () ->
            new CreateAssessmentTargetResponse(
                targets
                    .create(
                        Wire.tenant(caller), input.assessmentTargetName(), input.resourceGroupArn())
                    .arn()
                    .toString()));
  }

  @Override
  public void deleteAssessmentTarget(Caller caller, DeleteAssessmentTargetRequest input) {
    Refusals.translated(() -> targets.delete(Wire.tenant(caller), input.assessmentTargetArn()));
  }

  @Override
  public void updateAssessmentTarget(Caller caller, UpdateAssessmentTargetRequest input) {
    Refusals.translated(
        () ->
            targets.update(
                Wire.tenant(caller),
                input.assessmentTargetArn(),
                input.assessmentTargetName(),
                input.resourceGroupArn()));
  }

  @Override
  public DescribeAssessmentTargetsResponse describeAssessmentTargets(
      Caller caller, DescribeAssessmentTargetsRequest input) {
    Described<dev.assay.assessment.classic.target.AssessmentTarget> found =
        Refusals.translated(
            () -> targets.describe(Wire.tenant(caller), input.assessmentTargetArns()));
    return new DescribeAssessmentTargetsResponse(
        found.items().stream().map(TargetOperations::wire).toList(), Wire.failed(found.failed()));
  }

  private static AssessmentTarget wire(
      dev.assay.assessment.classic.target.AssessmentTarget target) {
    ClassicArn group = target.group();
    return AssessmentTarget.builder()
        .arn(target.arn().toString())
        .name(target.name())
        .resourceGroupArn(group == null ? null : group.toString())
        .createdAt(target.createdAt())
        .updatedAt(target.updatedAt())
        .build();
  }

  @Override
  public ListAssessmentTargetsResponse listAssessmentTargets(
      Caller caller, ListAssessmentTargetsRequest input) {
    Page<String> page =
        Refusals.translated(
            () ->
                targets.list(
                    Wire.tenant(caller),
                    input.filter() == null
                        ? null
                        : Wire.pattern(input.filter().assessmentTargetNamePattern()),
                    input.maxResults(),
                    input.nextToken()));
    return ListAssessmentTargetsResponse.builder()
        .assessmentTargetArns(page.items())
        .nextToken(page.next().orElse(null))
        .build();
  }
}
