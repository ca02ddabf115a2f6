package dev.assay.match;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import java.util.List;
import java.util.stream.Stream;

/// What of an inventory bears on the verdict of one of its packages: the system, what it is
/// subscribed to, its repositories and modules; for a kernel that runs also its live patches.
final class Bearing {
  private static final Kernel NO_MATTER_WHICH = new Kernel.NotRunning();

  private final Inventory inventory;

  Bearing(Inventory inventory) {
    this.inventory = inventory;
  }

  /// An inventory of just this package, whose verdict is the one it has in the whole inventory.
  Inventory alone(InstalledPackage installed) {
    KernelPart part = KernelPart.of(installed, inventory.kernel());
    return new Inventory(
        "",
        inventory.os(),
        part.isImage() ? inventory.kernel() : NO_MATTER_WHICH,
        part == KernelPart.RUNNING_IMAGE ? withLivePatches(installed) : List.of(installed),
        inventory.subscriptions(),
        inventory.repositories(),
        inventory.modules(),
        List.of());
  }

  private List<InstalledPackage> withLivePatches(InstalledPackage image) {
    String release = ((Kernel.Running) inventory.kernel()).release();
    return Stream.concat(
            Stream.of(image),
            inventory.packages().stream()
                .filter(other -> LivePatches.patches(other.name(), release)))
        .toList();
  }
}
