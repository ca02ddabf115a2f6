package dev.assay.inspector.classic;

import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.finding.Asset;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.awsapi.inspector.AssetAttributes;
import dev.assay.awsapi.inspector.AssetType;
import dev.assay.awsapi.inspector.Finding;
import dev.assay.awsapi.inspector.InspectorServiceAttributes;
import dev.assay.awsapi.inspector.NetworkInterface;
import dev.assay.awsapi.inspector.Severity;
import java.util.List;

/// A finding as the API shows it.
final class WireFinding {
  private static final int SCHEMA_VERSION = 1;

  private WireFinding() {}

  static Finding of(RunFinding finding) {
    RuleFinding content = finding.content();
    return Finding.builder()
        .arn(finding.arn().toString())
        .schemaVersion(SCHEMA_VERSION)
        .service("Inspector")
        .serviceAttributes(
            new InspectorServiceAttributes(
                SCHEMA_VERSION,
                finding.arn().parent().toString(),
                finding.rulesPackage().arn(finding.arn().owner().region()).toString()))
        .assetType(AssetType.EC2_INSTANCE)
        .assetAttributes(asset(finding.asset()))
        .id(content.id())
        .title(content.title())
        .description(content.description())
        .recommendation(content.recommendation())
        .severity(Severity.of(content.severity().wireName()))
        .numericSeverity(content.severity().numeric())
        .confidence(content.confidence())
        .indicatorOfCompromise(false)
        .attributes(Wire.wireAttributes(content.attributes()))
        .userAttributes(Wire.wireAttributes(finding.userAttributes()))
        .createdAt(finding.createdAt())
        .updatedAt(finding.updatedAt())
        .build();
  }

  private static AssetAttributes asset(Asset asset) {
    return AssetAttributes.builder()
        .schemaVersion(SCHEMA_VERSION)
        .agentId(asset.agentId())
        .autoScalingGroup(asset.autoScalingGroup())
        .amiId(asset.imageId())
        .hostname(asset.hostName())
        .ipv4Addresses(asset.ipv4Addresses())
        .tags(Wire.wireTags(asset.tags()))
        .networkInterfaces(interfaces(asset))
        .build();
  }

  /// Which network the host is in; more of its interfaces is not known.
  private static List<NetworkInterface> interfaces(Asset asset) {
    return asset.vpcId() == null && asset.subnetId() == null
        ? List.of()
        : List.of(
            NetworkInterface.builder().vpcId(asset.vpcId()).subnetId(asset.subnetId()).build());
  }
}
