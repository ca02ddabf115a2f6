package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.AggregationRequest;
import dev.assay.awsapi.inspector2.ContainerImageAggregation;
import dev.assay.awsapi.inspector2.ImageLayerAggregation;
import dev.assay.awsapi.inspector2.ServerlessFunctionAggregation;
import dev.assay.awsapi.inspector2.VmInstanceAggregation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Filters on the cloud that a resource stands in, which no resource here says. To pass over them
/// would answer another question than was asked, so they are refused.
final class UnservedAggregations {
  private static final List<String> CLOUD =
      List.of(
          "cloudProviders", "cloudPartitions", "cloudRegions", "cloudOrgIds", "cloudAccountIds");

  private UnservedAggregations() {}

  static void refuse(AggregationRequest request) {
    Map<String, @Nullable Object> members =
        switch (request) {
          case AggregationRequest.VmInstanceAggregation(VmInstanceAggregation asked) -> {
            Map<String, @Nullable Object> all =
                cloud(
                    asked.cloudProviders(),
                    asked.cloudPartitions(),
                    asked.cloudRegions(),
                    asked.cloudOrgIds(),
                    asked.cloudAccountIds());
            all.put("vmImageReferences", asked.vmImageReferences());
            yield all;
          }
          case AggregationRequest.ContainerImageAggregation(ContainerImageAggregation asked) ->
              cloud(
                  asked.cloudProviders(),
                  asked.cloudPartitions(),
                  asked.cloudRegions(),
                  asked.cloudOrgIds(),
                  asked.cloudAccountIds());
          case AggregationRequest.ServerlessFunctionAggregation(
                  ServerlessFunctionAggregation asked) ->
              cloud(
                  asked.cloudProviders(),
                  asked.cloudPartitions(),
                  asked.cloudRegions(),
                  asked.cloudOrgIds(),
                  asked.cloudAccountIds());
          case AggregationRequest.ImageLayerAggregation(ImageLayerAggregation asked) ->
              cloud(
                  asked.cloudProviders(),
                  asked.cloudPartitions(),
                  asked.cloudRegions(),
                  asked.cloudOrgIds(),
                  asked.cloudAccountIds());
          default -> Map.of();
        };
    members.forEach(
        (name, value) -> {
          if (value != null) {
            throw Problems.invalid(
                "aggregationRequest." + name, "no resource here says which cloud it stands in");
          }
        });
  }

  /// @param filters in the order of {@link #CLOUD}
  private static Map<String, @Nullable Object> cloud(@Nullable Object... filters) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    List<@Nullable Object> values = Arrays.asList(filters);
    for (String name : CLOUD) {
      members.put(name, values.get(CLOUD.indexOf(name)));
    }
    return members;
  }
}
