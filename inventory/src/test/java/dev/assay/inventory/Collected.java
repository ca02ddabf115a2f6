package dev.assay.inventory;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import java.util.ArrayList;
import java.util.List;

/// What a cataloguer read from a tree.
public record Collected(List<InstalledPackage> packages, List<NotEvaluated> gaps)
    implements PackageCataloguer.Sink {

  public static Collected from(PackageCataloguer cataloguer, FileTree tree) {
    Collected collected = new Collected(new ArrayList<>(), new ArrayList<>());
    cataloguer.read(tree, collected);
    return collected;
  }

  @Override
  public void installed(InstalledPackage installed) {
    packages.add(installed);
  }

  @Override
  public void notEvaluated(NotEvaluated gap) {
    gaps.add(gap);
  }

  /// `name version architecture`, in the order read.
  public List<String> names() {
    return packages.stream()
        .map(p -> p.name() + " " + p.version() + " " + p.architecture())
        .toList();
  }
}
