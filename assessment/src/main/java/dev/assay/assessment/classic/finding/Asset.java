package dev.assay.assessment.classic.finding;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.host.AssessedHost;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A host as a finding shows it: Classic's `assetAttributes`. Null and empty mean not known.
public record Asset(
    String agentId,
    @Nullable String hostName,
    @Nullable String imageId,
    @Nullable String autoScalingGroup,
    List<String> ipv4Addresses,
    @Nullable String vpcId,
    @Nullable String subnetId,
    List<Attribute> tags) {
  public Asset {
    ipv4Addresses = List.copyOf(ipv4Addresses);
    tags = List.copyOf(tags);
  }

  public static Asset of(AssessedHost host) {
    var details = host.details();
    return new Asset(
        host.id(),
        details.hostName(),
        details.imageId(),
        host.autoScalingGroup(),
        host.ipv4Addresses(),
        details.vpcId(),
        details.subnetId(),
        host.resource().tags().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> new Attribute(tag.getKey(), tag.getValue()))
            .toList());
  }
}
