package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.CoverageFilterCriteria;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Criteria on coverage that nothing here can answer yet. To pass over them would answer another
/// question than was asked, so they are refused.
final class UnservedCoverage {
  private UnservedCoverage() {}

  static void refuse(CoverageFilterCriteria model) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("imagePulledAt", model.imagePulledAt());
    members.put("scanMode", model.scanMode());
    members.put("ecrImageLastInUseAt", model.ecrImageLastInUseAt());
    members.put("ecrImageInUseCount", model.ecrImageInUseCount());
    members.put("codeRepositoryProviderType", model.codeRepositoryProviderType());
    members.put("codeRepositoryVisibility", model.codeRepositoryProviderTypeVisibility());
    members.put("lastScannedCommitId", model.lastScannedCommitId());
    members.put("cloudProvider", model.cloudProvider());
    members.put("cloudProviderAccountId", model.cloudProviderAccountId());
    members.put("cloudProviderRegion", model.cloudProviderRegion());
    members.put("cloudProviderOrgId", model.cloudProviderOrgId());
    members.put("cloudVmInstanceTags", model.cloudVmInstanceTags());
    members.put("cloudContainerImageTags", model.cloudContainerImageTags());
    members.put("cloudContainerRepositoryName", model.cloudContainerRepositoryName());
    members.put("cloudContainerRegistryName", model.cloudContainerRegistryName());
    members.put("cloudServerlessFunctionName", model.cloudServerlessFunctionName());
    members.put("cloudServerlessFunctionRuntime", model.cloudServerlessFunctionRuntime());
    members.put("cloudServerlessFunctionTags", model.cloudServerlessFunctionTags());
    members.forEach(
        (name, value) -> {
          if (value != null) {
            throw Problems.invalid(
                "filterCriteria." + name, "no resource here is known by it in this version");
          }
        });
  }
}
