package dev.assay.inspector.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.account.AccountSettings;
import dev.assay.assessment.classic.template.DescribedTemplate;
import dev.assay.assessment.classic.template.TemplateDraft;
import dev.assay.assessment.classic.template.TemplateFilter;
import dev.assay.assessment.classic.template.Templates;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AssessmentTemplate;
import dev.assay.awsapi.inspector.AssessmentTemplateFilter;
import dev.assay.awsapi.inspector.AssessmentTemplatesOperations;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateResponse;
import dev.assay.awsapi.inspector.DeleteAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTemplatesResponse;
import dev.assay.awsapi.inspector.ListAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.ListAssessmentTemplatesResponse;
import dev.assay.awsapi.inspector.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector.ListTagsForResourceResponse;
import dev.assay.awsapi.inspector.ResourceTagsOperations;
import dev.assay.awsapi.inspector.SetTagsForResourceRequest;
import dev.assay.awsapi.value.Caller;
import java.util.List;

/// Assessment templates and their tags.
final class TemplateOperations implements AssessmentTemplatesOperations, ResourceTagsOperations {
  private final Templates templates;
  private final AccountSettings account;

  TemplateOperations(Templates templates, AccountSettings account) {
    this.templates = templates;
    this.account = account;
  }

  @Override
  public CreateAssessmentTemplateResponse createAssessmentTemplate(
      Caller caller, CreateAssessmentTemplateRequest input) {
    TemplateDraft draft =
        new TemplateDraft(
            input.assessmentTargetArn(),
            input.assessmentTemplateName(),
            input.durationInSeconds(),
            input.rulesPackageArns(),
            Wire.attributes(input.userAttributesForFindings()));
    return Refusals.translated(
        () ->
            new CreateAssessmentTemplateResponse(
                templates.create(Wire.tenant(caller), draft).arn().toString()));
  }

  @Override
  public void deleteAssessmentTemplate(Caller caller, DeleteAssessmentTemplateRequest input) {
    Refusals.translated(() -> templates.delete(Wire.tenant(caller), input.assessmentTemplateArn()));
  }

  @Override
  public DescribeAssessmentTemplatesResponse describeAssessmentTemplates(
      Caller caller, DescribeAssessmentTemplatesRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Described<DescribedTemplate> found =
        Refusals.translated(() -> templates.describe(tenant, input.assessmentTemplateArns()));
    return new DescribeAssessmentTemplatesResponse(
        found.items().stream().map(template -> wire(template, tenant)).toList(),
        Wire.failed(found.failed()));
  }

  private static AssessmentTemplate wire(DescribedTemplate described, Tenant tenant) {
    var template = described.template();
    return AssessmentTemplate.builder()
        .arn(template.arn().toString())
        .name(template.name())
        .assessmentTargetArn(template.arn().parent().toString())
        .durationInSeconds(Math.toIntExact(template.duration().toSeconds()))
        .rulesPackageArns(Wire.arns(template.rulesPackages(), tenant))
        .userAttributesForFindings(Wire.wireAttributes(template.userAttributes()))
        .lastAssessmentRunArn(described.lastRun())
        .assessmentRunCount(described.runs())
        .createdAt(template.createdAt())
        .build();
  }

  @Override
  public ListAssessmentTemplatesResponse listAssessmentTemplates(
      Caller caller, ListAssessmentTemplatesRequest input) {
    Tenant tenant = Wire.tenant(caller);
    AssessmentTemplateFilter filter = input.filter();
    Page<String> page =
        Refusals.translated(
            () ->
                templates.list(
                    tenant,
                    filter == null
                        ? new TemplateFilter(
                            Wire.listed(input.assessmentTargetArns()),
                            null,
                            DurationRange.ANY,
                            List.of())
                        : new TemplateFilter(
                            Wire.listed(input.assessmentTargetArns()),
                            Wire.pattern(filter.namePattern()),
                            Wire.range(filter.durationRange()),
                            Wire.rulesPackages(filter.rulesPackageArns(), tenant)),
                    input.maxResults(),
                    input.nextToken()));
    return ListAssessmentTemplatesResponse.builder()
        .assessmentTemplateArns(page.items())
        .nextToken(page.next().orElse(null))
        .build();
  }

  @Override
  public void setTagsForResource(Caller caller, SetTagsForResourceRequest input) {
    List<Attribute> tags =
        Wire.listed(input.tags()).stream()
            .map(tag -> new Attribute(tag.key(), tag.value()))
            .toList();
    Refusals.translated(() -> account.setTags(Wire.tenant(caller), input.resourceArn(), tags));
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(
      Caller caller, ListTagsForResourceRequest input) {
    return Refusals.translated(
        () ->
            new ListTagsForResourceResponse(
                Wire.wireTags(account.tags(Wire.tenant(caller), input.resourceArn()))));
  }
}
