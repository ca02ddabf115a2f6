package dev.assay.inspector.v2;

import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.awsapi.inspector2.SortCriteria;
import org.jspecify.annotations.Nullable;

/// The model's sort criteria.
final class SortMapping {
  private SortMapping() {}

  static FindingOrder order(@Nullable SortCriteria criteria) {
    if (criteria == null) {
      return FindingOrder.DEFAULT;
    }
    FindingOrder.Key key =
        switch (criteria.field().value()) {
          case "AWS_ACCOUNT_ID" -> FindingOrder.Key.ACCOUNT;
          case "FINDING_TYPE" -> FindingOrder.Key.FINDING_TYPE;
          case "SEVERITY" -> FindingOrder.Key.SEVERITY;
          case "FIRST_OBSERVED_AT" -> FindingOrder.Key.FIRST_OBSERVED;
          case "LAST_OBSERVED_AT" -> FindingOrder.Key.LAST_OBSERVED;
          case "FINDING_STATUS" -> FindingOrder.Key.STATUS;
          case "RESOURCE_TYPE" -> FindingOrder.Key.RESOURCE_TYPE;
          case "ECR_IMAGE_PUSHED_AT" -> FindingOrder.Key.IMAGE_PUSHED;
          case "ECR_IMAGE_REPOSITORY_NAME" -> FindingOrder.Key.IMAGE_REPOSITORY;
          case "ECR_IMAGE_REGISTRY" -> FindingOrder.Key.IMAGE_REGISTRY;
          case "NETWORK_PROTOCOL" -> FindingOrder.Key.NETWORK_PROTOCOL;
          case "COMPONENT_TYPE" -> FindingOrder.Key.COMPONENT_TYPE;
          case "VULNERABILITY_ID" -> FindingOrder.Key.VULNERABILITY_ID;
          case "VULNERABILITY_SOURCE" -> FindingOrder.Key.VULNERABILITY_SOURCE;
          case "INSPECTOR_SCORE" -> FindingOrder.Key.SCORE;
          case "VENDOR_SEVERITY" -> FindingOrder.Key.VENDOR_SEVERITY;
          case "EPSS_SCORE" -> FindingOrder.Key.EPSS;
          default ->
              throw Problems.invalid(
                  "sortCriteria.field", "findings cannot be sorted by it: " + criteria.field());
        };
    return new FindingOrder(
        key,
        criteria.sortOrder().value().equals("ASC") ? Direction.ASCENDING : Direction.DESCENDING);
  }
}
