package dev.assay.inspector.classic;

import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.exclusion.Exclusions;
import dev.assay.assessment.classic.exclusion.RecordedExclusion;
import dev.assay.assessment.query.Page;
import dev.assay.awsapi.inspector.CreateExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.CreateExclusionsPreviewResponse;
import dev.assay.awsapi.inspector.DescribeExclusionsRequest;
import dev.assay.awsapi.inspector.DescribeExclusionsResponse;
import dev.assay.awsapi.inspector.Exclusion;
import dev.assay.awsapi.inspector.ExclusionPreview;
import dev.assay.awsapi.inspector.ExclusionsOperations;
import dev.assay.awsapi.inspector.GetExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.GetExclusionsPreviewResponse;
import dev.assay.awsapi.inspector.ListExclusionsRequest;
import dev.assay.awsapi.inspector.ListExclusionsResponse;
import dev.assay.awsapi.inspector.PreviewStatus;
import dev.assay.awsapi.inspector.Scope;
import dev.assay.awsapi.inspector.ScopeType;
import dev.assay.awsapi.value.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Exclusions of runs, and previews of them.
final class ExclusionOperations implements ExclusionsOperations {
  private final Exclusions exclusions;

  ExclusionOperations(Exclusions exclusions) {
    this.exclusions = exclusions;
  }

  @Override
  public CreateExclusionsPreviewResponse createExclusionsPreview(
      Caller caller, CreateExclusionsPreviewRequest input) {
    return Refusals.translated(
        () ->
            new CreateExclusionsPreviewResponse(
                exclusions.preview(Wire.tenant(caller), input.assessmentTemplateArn()).toString()));
  }

  @Override
  public GetExclusionsPreviewResponse getExclusionsPreview(
      Caller caller, GetExclusionsPreviewRequest input) {
    Exclusions.Preview preview =
        Refusals.translated(
            () -> {
              Wire.require(input.locale());
              return exclusions.preview(
                  Wire.tenant(caller),
                  input.assessmentTemplateArn(),
                  UUID.fromString(input.previewToken()),
                  input.maxResults(),
                  input.nextToken());
            });
    return GetExclusionsPreviewResponse.builder()
        .previewStatus(PreviewStatus.of(preview.status().name()))
        .exclusionPreviews(
            preview.exclusions().items().stream().map(ExclusionOperations::preview).toList())
        .nextToken(preview.exclusions().next().orElse(null))
        .build();
  }

  private static ExclusionPreview preview(
      dev.assay.assessment.classic.exclusion.Exclusion exclusion) {
    return new ExclusionPreview(
        exclusion.type().title(),
        exclusion.description(),
        exclusion.type().recommendation(),
        scopes(exclusion),
        Wire.wireAttributes(exclusion.attributes()));
  }

  @Override
  public ListExclusionsResponse listExclusions(Caller caller, ListExclusionsRequest input) {
    Page<String> page =
        Refusals.translated(
            () ->
                exclusions.list(
                    Wire.tenant(caller),
                    input.assessmentRunArn(),
                    input.maxResults(),
                    input.nextToken()));
    return ListExclusionsResponse.builder()
        .exclusionArns(page.items())
        .nextToken(page.next().orElse(null))
        .build();
  }

  @Override
  public DescribeExclusionsResponse describeExclusions(
      Caller caller, DescribeExclusionsRequest input) {
    Described<RecordedExclusion> found =
        Refusals.translated(
            () -> {
              Wire.require(input.locale());
              return exclusions.describe(Wire.tenant(caller), input.exclusionArns());
            });
    Map<String, Exclusion> byArn = new HashMap<>();
    found.items().forEach(recorded -> byArn.put(recorded.arn().toString(), wire(recorded)));
    return new DescribeExclusionsResponse(byArn, Wire.failed(found.failed()));
  }

  private static Exclusion wire(RecordedExclusion recorded) {
    var exclusion = recorded.exclusion();
    return new Exclusion(
        recorded.arn().toString(),
        exclusion.type().title(),
        exclusion.description(),
        exclusion.type().recommendation(),
        scopes(exclusion),
        Wire.wireAttributes(exclusion.attributes()));
  }

  private static List<Scope> scopes(dev.assay.assessment.classic.exclusion.Exclusion exclusion) {
    return exclusion.scopes().stream()
        .map(scope -> new Scope(ScopeType.of(scope.type().name()), scope.value()))
        .toList();
  }
}
