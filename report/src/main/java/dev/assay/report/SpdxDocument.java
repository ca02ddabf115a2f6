package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// The SPDX 2.3 document that scans and inventories share: it describes the targets, each of
/// which contains its packages.
final class SpdxDocument {
  private final String toolVersion;
  private final Instant at;
  private final List<Inventory> inventories;
  private final List<List<NotEvaluated>> gaps;

  /// `gaps` has for each inventory what could not be evaluated in it.
  SpdxDocument(
      String toolVersion, Instant at, List<Inventory> inventories, List<List<NotEvaluated>> gaps) {
    this.toolVersion = toolVersion;
    this.at = at;
    this.inventories = inventories;
    this.gaps = gaps;
  }

  /// What is known of a package beyond the inventory.
  @FunctionalInterface
  interface KnownOf {
    List<SpdxPackage.Known> of(int target, InstalledPackage installed);
  }

  void write(JsonOutput json, KnownOf known) {
    json.member("spdxVersion", "SPDX-2.3");
    json.member("dataLicense", "CC0-1.0");
    json.member("SPDXID", "SPDXRef-DOCUMENT");
    json.member("name", name());
    json.member("documentNamespace", namespace());
    json.object(
        "creationInfo",
        info -> {
          info.member("created", at.truncatedTo(ChronoUnit.SECONDS));
          info.texts("creators", List.of("Tool: assay-" + toolVersion));
        });
    String notEvaluated = notEvaluated();
    json.memberUnlessBlank("comment", notEvaluated);
    json.array("packages", packages -> packages(packages, known));
    json.array("relationships", this::relationships);
  }

  private String name() {
    return inventories.stream().map(Inventory::target).collect(Collectors.joining(", "));
  }

  /// The same content at the same instant has the same name in the world.
  private String namespace() {
    Fingerprint fingerprint = Fingerprint.of("spdx", toolVersion, at.toString());
    for (Inventory inventory : inventories) {
      fingerprint.add(inventory.target());
      for (InstalledPackage one : inventory.packages()) {
        fingerprint.add(PackagePurl.of(one, inventory.os()).value());
      }
    }
    return "https://spdx.org/spdxdocs/assay-" + fingerprint.uuid();
  }

  private String notEvaluated() {
    return gaps.stream()
        .flatMap(List::stream)
        .map(gap -> "Not evaluated: " + gap.what() + ": " + gap.why())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private void packages(JsonOutput json, KnownOf known) {
    for (int t = 0; t < inventories.size(); t++) {
      Inventory inventory = inventories.get(t);
      int target = t;
      json.object(one -> target(one, inventory, target));
      for (int p = 0; p < inventory.packages().size(); p++) {
        InstalledPackage installed = inventory.packages().get(p);
        String id = packageId(target, p);
        json.object(
            one ->
                SpdxPackage.write(one, id, installed, inventory.os(), known.of(target, installed)));
      }
    }
  }

  private static void target(JsonOutput json, Inventory inventory, int target) {
    json.member("SPDXID", targetId(target));
    json.member("name", inventory.target());
    if (inventory.os() != null) {
      json.memberUnlessBlank("versionInfo", inventory.os().versionId());
      json.memberUnlessBlank("description", inventory.os().prettyName());
    }
    json.member("downloadLocation", SpdxPackage.UNKNOWN);
    json.member("filesAnalyzed", false);
    json.member("licenseConcluded", SpdxPackage.UNKNOWN);
    json.member("licenseDeclared", SpdxPackage.UNKNOWN);
    json.member("copyrightText", SpdxPackage.UNKNOWN);
    json.member("supplier", SpdxPackage.UNKNOWN);
    boolean image = inventory.kernel() instanceof Kernel.Image;
    json.member("primaryPackagePurpose", image ? "CONTAINER" : "OPERATING_SYSTEM");
  }

  private void relationships(JsonOutput json) {
    for (int t = 0; t < inventories.size(); t++) {
      relationship(json, "SPDXRef-DOCUMENT", "DESCRIBES", targetId(t));
      for (int p = 0; p < inventories.get(t).packages().size(); p++) {
        relationship(json, targetId(t), "CONTAINS", packageId(t, p));
      }
    }
  }

  private static void relationship(JsonOutput json, String from, String type, String to) {
    json.object(
        one -> {
          one.member("spdxElementId", from);
          one.member("relationshipType", type);
          one.member("relatedSpdxElement", to);
        });
  }

  private static String targetId(int target) {
    return "SPDXRef-Target-" + (target + 1);
  }

  private static String packageId(int target, int index) {
    return "SPDXRef-Package-" + (target + 1) + "-" + (index + 1);
  }
}
