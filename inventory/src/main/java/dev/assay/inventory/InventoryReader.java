package dev.assay.inventory;

import dev.assay.inventory.apk.ApkCataloguer;
import dev.assay.inventory.dpkg.AptOrigins;
import dev.assay.inventory.dpkg.DpkgCataloguer;
import dev.assay.inventory.os.Architecture;
import dev.assay.inventory.os.OperatingSystemReader;
import dev.assay.inventory.repo.ModuleStreams;
import dev.assay.inventory.repo.Repositories;
import dev.assay.inventory.repo.UbuntuPro;
import dev.assay.inventory.rpm.RpmCataloguer;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads everything Assay knows how to read from a file tree.
public final class InventoryReader {
  private final List<PackageCataloguer> cataloguers;

  /// A reader with the given cataloguers; every database a root has is read.
  public InventoryReader(List<PackageCataloguer> cataloguers) {
    this.cataloguers = List.copyOf(cataloguers);
  }

  /// A reader with every cataloguer there is.
  public static InventoryReader standard() {
    return new InventoryReader(
        List.of(new DpkgCataloguer(), new RpmCataloguer(), new ApkCataloguer()));
  }

  /// The inventory of a directory; a live host's where it is `/`.
  ///
  /// @param target what the user called it
  public Inventory read(DirectoryTree tree, String target) {
    return read(tree, target, KernelReader.read(tree));
  }

  /// The inventory of any tree.
  ///
  /// @param target what the user called it
  public Inventory read(FileTree tree, String target, Kernel kernel) {
    Findings findings = new Findings();
    Optional<OperatingSystem> os = OperatingSystemReader.read(tree, findings::notEvaluated);
    catalogue(tree, findings);
    List<InstalledPackage> packages =
        AptOrigins.name(findings.packages(), tree, os.orElse(null), findings::notEvaluated);
    Set<String> subscriptions = UbuntuPro.read(tree, findings::notEvaluated);
    @Nullable Set<String> repositories =
        Repositories.read(tree, findings::notEvaluated).orElse(null);
    Set<String> modules = ModuleStreams.read(tree, findings::notEvaluated);
    return new Inventory(
        target,
        os.map(found -> withArchitecture(found, packages)).orElse(null),
        kernel,
        packages,
        subscriptions,
        repositories,
        modules,
        findings.notEvaluated());
  }

  private void catalogue(FileTree tree, Findings findings) {
    List<PackageCataloguer> present =
        cataloguers.stream().filter(cataloguer -> cataloguer.present(tree)).toList();
    present.forEach(cataloguer -> cataloguer.read(tree, findings));
    if (present.isEmpty()) {
      findings.notEvaluated(
          none("No package database was found (looked for those of " + names(cataloguers) + ")."));
    } else if (findings.packages().isEmpty()) {
      findings.notEvaluated(none("No package is named by the database of " + names(present) + "."));
    }
  }

  private static NotEvaluated none(String why) {
    return new NotEvaluated("package database", Reason.UNREADABLE, why, Gap.WHOLE);
  }

  private static String names(List<PackageCataloguer> cataloguers) {
    return cataloguers.stream().map(PackageCataloguer::name).collect(Collectors.joining(", "));
  }

  /// Where no program tells (an image without a shell), most of the packages do.
  private static OperatingSystem withArchitecture(
      OperatingSystem os, List<InstalledPackage> packages) {
    if (os.architecture() != null) {
      return os;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (InstalledPackage installed : packages) {
      Architecture.ofPackages(installed.architecture())
          .ifPresent(architecture -> counts.merge(architecture, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(
            most ->
                new OperatingSystem(
                    os.id(),
                    os.versionId(),
                    os.codename(),
                    os.prettyName(),
                    os.idLike(),
                    os.cpeName(),
                    most.getKey(),
                    os.evidence()))
        .orElse(os);
  }
}
