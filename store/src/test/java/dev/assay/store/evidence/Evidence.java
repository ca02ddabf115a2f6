package dev.assay.store.evidence;

import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.feeds.starter.StarterImporter;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.document.InventoryDocumentException;
import dev.assay.inventory.document.InventoryDocumentReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.SourceInfo;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import dev.assay.vulndb.VulnerabilityDatabase;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Inventories, their documents and the starter set, for tests.
final class Evidence {
  private Evidence() {}

  static Inventory read(Path root) {
    try {
      return InventoryReader.standard().read(DirectoryTree.at(root), root.toString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Inventory read(String document) {
    try {
      return InventoryDocumentReader.read(
          new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    } catch (InventoryDocumentException malformed) {
      throw new InvalidEvidenceException(String.valueOf(malformed.getMessage()));
    }
  }

  static String document(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportFormat.JSON
          .inventoryWriter(TableStyle.plain())
          .orElseThrow()
          .write(new InventoryReport("test", Instant.EPOCH, List.of(inventory)), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static VulnerabilityFinding finding(StoredFinding stored) {
    return switch (stored.content()) {
      case FindingContent.PackageVulnerability(VulnerabilityFinding finding) -> finding;
      case FindingContent.NetworkReachability ignored ->
          throw new AssertionError("no network was submitted");
    };
  }

  /// The same host after some packages were removed.
  static Inventory without(Inventory inventory, String... packages) {
    Set<String> gone = Set.of(packages);
    return new Inventory(
        inventory.target(),
        inventory.os(),
        inventory.kernel(),
        inventory.packages().stream().filter(one -> !gone.contains(one.name())).toList(),
        inventory.subscriptions(),
        inventory.repositories(),
        inventory.modules(),
        inventory.notEvaluated());
  }

  /// The same packages on nobody knows what.
  static Inventory withoutSystem(Inventory inventory) {
    return new Inventory(
        inventory.target(),
        null,
        inventory.kernel(),
        inventory.packages(),
        Set.of(),
        null,
        Set.of(),
        List.of(
            new NotEvaluated(
                "etc/os-release",
                NotEvaluated.Reason.UNKNOWN_OS,
                "Nothing names the operating system.",
                NotEvaluated.Gap.WHOLE)));
  }

  static VulnerabilityDatabase starterSet() {
    StarterImporter starter = new StarterImporter();
    try (InputStream shipped = StarterImporter.shipped();
        VulnerabilityDatabaseBuilder builder =
            new VulnerabilityDatabaseBuilder(Instant.EPOCH, Purpose.STARTER_SET)) {
      starter.read(
          "starter.tsv",
          shipped,
          builder.source(
              starter.source(), starter.title(), null, SourceInfo.DateOrigin.NONE, "Apache-2.0"));
      return VulnerabilityDatabase.of("starter set", builder.toBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
