package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.inspector2.ValidationExceptionField;
import dev.assay.awsapi.inspector2.ValidationExceptionReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Criteria on resources of clouds that Assay does not know. To pass over them would answer another
/// question than was asked, so they are refused.
final class UnservedCriteria {
  private UnservedCriteria() {}

  static void refuse(FilterCriteria model) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("cloudProvider", model.cloudProvider());
    members.put("cloudProviderRegion", model.cloudProviderRegion());
    members.put("cloudProviderAccountId", model.cloudProviderAccountId());
    members.put("cloudProviderOrgId", model.cloudProviderOrgId());
    members.put("cloudVmImageReference", model.cloudVmImageReference());
    members.put("cloudVmNetworkId", model.cloudVmNetworkId());
    members.put("cloudVmSubnetIds", model.cloudVmSubnetIds());
    members.put("cloudImageRepositoryName", model.cloudImageRepositoryName());
    members.put("cloudImageRegistry", model.cloudImageRegistry());
    members.put("cloudImageDigest", model.cloudImageDigest());
    members.put("cloudImageTags", model.cloudImageTags());
    members.put("cloudImagePushedAt", model.cloudImagePushedAt());
    members.put("cloudImageArchitecture", model.cloudImageArchitecture());
    members.put("cloudImageLastInUseAt", model.cloudImageLastInUseAt());
    members.put("cloudImageInUseCount", model.cloudImageInUseCount());
    members.put("cloudServerlessFunctionName", model.cloudServerlessFunctionName());
    members.put("cloudServerlessFunctionRuntime", model.cloudServerlessFunctionRuntime());
    members.put("cloudServerlessFunctionModified", model.cloudServerlessFunctionLastModifiedAt());
    members.put(
        "cloudServerlessFunctionExecutionRole", model.cloudServerlessFunctionExecutionRole());
    List<ValidationExceptionField> refused =
        members.entrySet().stream()
            .filter(member -> Objects.nonNull(member.getValue()))
            .map(
                member ->
                    new ValidationExceptionField(
                        "there are no resources of other clouds here", member.getKey()))
            .toList();
    if (!refused.isEmpty()) {
      throw new ValidationException(
          refused,
          "Some criteria are on resources that there are none of here.",
          ValidationExceptionReason.of("FIELD_VALIDATION_FAILED"));
    }
  }
}
