package dev.assay.inventory.host;

import dev.assay.inventory.PackageCataloguer;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.PackageState;
import dev.assay.scap.host.DebPackage;
import dev.assay.scap.host.Reading;
import dev.assay.version.DebVersion;
import java.util.ArrayList;
import java.util.List;

/// dpkg's packages as a benchmark asks for them: only those wholly installed.
final class DebPackages implements PackageCataloguer.Sink {
  private final List<DebPackage> packages = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();

  private DebPackages() {}

  static Reading<List<DebPackage>> read(PackageCataloguer dpkg, FileTree tree) {
    DebPackages read = new DebPackages();
    dpkg.read(tree, read);
    return read.gaps.isEmpty()
        ? new Reading.Read<>(List.copyOf(read.packages))
        : new Reading.Unreadable<>("dpkg's database: " + String.join("; ", read.gaps));
  }

  @Override
  public void installed(InstalledPackage installed) {
    if (installed.state() == PackageState.INSTALLED) {
      DebVersion version = DebVersion.parse(installed.version());
      packages.add(
          new DebPackage(
              installed.name(),
              installed.architecture(),
              version.epoch() == 0 ? "" : Integer.toString(version.epoch()),
              version.upstream(),
              version.revision()));
    }
  }

  @Override
  public void notEvaluated(NotEvaluated gap) {
    gaps.add(gap.what() + ": " + gap.why());
  }
}
