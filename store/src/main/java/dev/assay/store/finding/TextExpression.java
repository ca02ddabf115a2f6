package dev.assay.store.finding;

import dev.assay.assessment.query.TextFacet;
import dev.assay.store.resource.ResourceRow;

/// Where a text that findings are selected by stands: in `finding f` or in its `resource r`.
sealed interface TextExpression {

  /// One text, or null where the finding has none.
  record Single(String sql) implements TextExpression {}

  /// One text of those findings for which a condition holds that is never unknown; the others have
  /// none.
  record OfSome(String which, String sql) implements TextExpression {}

  /// Any number of texts: a query of one column.
  record Several(String query) implements TextExpression {}

  /// No finding that is stored has it.
  record None() implements TextExpression {}

  static TextExpression of(TextFacet facet) {
    return switch (facet) {
      case FINDING_ARN -> new Single(FINDING_ARN);
      case ACCOUNT -> new Single("f.account");
      case FINDING_TYPE -> new Single("f.type");
      case SEVERITY -> new Single(SEVERITY);
      case STATUS -> new Single("f.status");
      case TITLE -> new Single("f.title");
      case RESOURCE_TYPE -> new Single(ResourceRow.wireType("f.resource_type"));
      case RESOURCE_ID -> new Single("r.id");
      case FIX_AVAILABLE -> new Single("f.fix");
      case EXPLOIT_AVAILABLE -> new Single("case when f.exploit then 'YES' else 'NO' end");
      case VULNERABILITY_ID -> new OfSome("f.type = 'PACKAGE_VULNERABILITY'", "f.rule");
      case VULNERABILITY_SOURCE -> new Single("f.source");
      case VENDOR_SEVERITY -> new Single("f.vendor_severity");
      case RELATED_VULNERABILITY ->
          new Several("select a.name from finding_content_alias a where a.hash = f.content");
      case HOST_PLATFORM -> detail("HOST", "platform");
      case HOST_IMAGE_ID -> detail("HOST", "imageId");
      case HOST_VPC_ID -> detail("HOST", "vpcId");
      case HOST_SUBNET_ID -> detail("HOST", "subnetId");
      case IMAGE_ARCHITECTURE -> detail("CONTAINER_IMAGE", "architecture");
      case IMAGE_REGISTRY -> detail("CONTAINER_IMAGE", "registry");
      case IMAGE_REPOSITORY -> detail("CONTAINER_IMAGE", "repository");
      case IMAGE_TAG -> details("CONTAINER_IMAGE", "imageTags");
      case IMAGE_DIGEST -> detail("CONTAINER_IMAGE", "digest");
      case FUNCTION_NAME -> detail("FUNCTION", "name");
      case FUNCTION_LAYER -> details("FUNCTION", "layers");
      case FUNCTION_RUNTIME -> detail("FUNCTION", "runtime");
      case FUNCTION_ROLE -> detail("FUNCTION", "executionRole");
      case PROJECT_NAME -> detail("CODE_REPOSITORY", "projectName");
      case PROVIDER_TYPE -> detail("CODE_REPOSITORY", "provider");
      case NETWORK_PROTOCOL ->
          new Several("select p.protocol from finding_content_port p where p.hash = f.content");
      case COMPONENT_ID ->
          new Several("select c.id from finding_content_component c where c.hash = f.content");
      case COMPONENT_TYPE ->
          new Several("select c.type from finding_content_component c where c.hash = f.content");
      case DETECTOR_NAME, DETECTOR_TAG, CODE_FILE_PATH -> new None();
    };
  }

  /// As `FindingId.arn` has it.
  String FINDING_ARN =
      "('arn:' || case when f.region like 'cn-%' then 'aws-cn'"
          + " when f.region like 'us-gov-%' then 'aws-us-gov' else 'aws' end"
          + " || ':inspector2:' || f.region || ':' || f.account || ':finding/' || f.id)";

  /// The constants of `Severity` by their rank.
  String SEVERITY =
      "(array['UNTRIAGED','INFORMATIONAL','LOW','MEDIUM','HIGH','CRITICAL'])[f.severity + 1]";

  private static OfSome detail(String resourceType, String member) {
    return new OfSome(
        "r.type = '%s'".formatted(resourceType), "r.details ->> '%s'".formatted(member));
  }

  private static Several details(String resourceType, String member) {
    return new Several(
        "select jsonb_array_elements_text(r.details -> '%2$s') where r.type = '%1$s'"
            .formatted(resourceType, member));
  }
}
