package dev.assay.store.finding;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.finding.ContentHash;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.store.Documents;

/// A content as it is stored: bytes and their hash.
final class ContentDocument {
  private final ContentHash hash;
  private final byte[] bytes;

  private ContentDocument(ContentHash hash, byte[] bytes) {
    this.hash = hash;
    this.bytes = bytes;
  }

  static ContentDocument of(FindingContent content) {
    byte[] bytes =
        switch (content) {
          case FindingContent.PackageVulnerability(VulnerabilityFinding finding) ->
              Documents.bytes(finding);
          case FindingContent.NetworkReachability(ReachablePorts ports) -> Documents.bytes(ports);
        };
    return new ContentDocument(new ContentHash(Sha256.hex(bytes)), bytes);
  }

  ContentHash hash() {
    return hash;
  }

  byte[] bytes() {
    return bytes;
  }

  static FindingContent read(FindingType type, byte[] document) {
    return switch (type) {
      case PACKAGE_VULNERABILITY ->
          new FindingContent.PackageVulnerability(
              Documents.read(document, VulnerabilityFinding.class));
      case NETWORK_REACHABILITY ->
          new FindingContent.NetworkReachability(Documents.read(document, ReachablePorts.class));
      case CODE_VULNERABILITY ->
          throw new IllegalStateException("No content of type " + type + " is ever stored");
    };
  }
}
