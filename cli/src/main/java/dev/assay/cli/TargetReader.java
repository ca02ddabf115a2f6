package dev.assay.cli;

import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.machine.MachineNames;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.inventory.sbom.SpdxReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.Sbom;
import dev.assay.model.SbomException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the inventory of a target named on the command line: a directory is a root file system, a
/// file is a bill of materials.
final class TargetReader {
  private static final int LARGEST_SBOM = 256 << 20;

  /// Far more than a machine has; the bound on the file is the stricter one.
  private static final int MOST_COMPONENTS = 1_000_000;

  private final InventoryReader inventories = InventoryReader.standard();

  Inventory read(Path target) {
    return readNamed(target).inventory();
  }

  ReadTarget readNamed(Path target) {
    if (!Files.exists(target)) {
      throw new InputException("target " + target + " does not exist");
    }
    try {
      return Files.isDirectory(target)
          ? directory(target)
          : new ReadTarget(sbom(target), MachineNames.NONE, ReadTarget.Place.TOLD);
    } catch (BoundedFile.TooLargeException large) {
      throw new InputException(
          "target " + target + " has more than " + LARGEST_SBOM + " bytes", large);
    } catch (IOException unreadable) {
      throw new InputException(
          "target " + target + " cannot be read: " + IoFailure.words(unreadable), unreadable);
    }
  }

  private ReadTarget directory(Path target) throws IOException {
    DirectoryTree tree = DirectoryTree.at(target);
    return new ReadTarget(
        inventories.read(tree, target.toString()), names(tree), ReadTarget.Place.HERE);
  }

  private static MachineNames names(DirectoryTree tree) {
    return MachineNames.of(
        tree, tree.isLive() ? MachineNames.State.RUNNING : MachineNames.State.AT_REST);
  }

  /// By which way what is read of the host whose files are there comes to a service.
  static EvidenceWay way(Path target) {
    try {
      return DirectoryTree.at(target).isLive() ? EvidenceWay.LOCAL : EvidenceWay.FILES;
    } catch (IOException none) {
      return EvidenceWay.FILES;
    }
  }

  /// What the host whose files are there calls itself.
  static MachineNames names(Path target) {
    try {
      return names(DirectoryTree.at(target));
    } catch (IOException none) {
      return MachineNames.NONE;
    }
  }

  private static Inventory sbom(Path target) throws IOException {
    byte[] document = BoundedFile.read(target, LARGEST_SBOM);
    try {
      Inventory inventory = sbom(target, document).inventory();
      return new Inventory(
          target.toString(),
          inventory.os(),
          inventory.kernel(),
          inventory.packages(),
          inventory.subscriptions(),
          inventory.repositories(),
          inventory.modules(),
          inventory.notEvaluated());
    } catch (SbomException malformed) {
      throw new InputException("target " + target + ": " + malformed.getMessage(), malformed);
    }
  }

  private static Sbom sbom(Path target, byte[] document) {
    if (CycloneDxReader.isOne(new ByteArrayInputStream(document))) {
      return CycloneDxReader.read(new ByteArrayInputStream(document), MOST_COMPONENTS);
    }
    if (SpdxReader.isOne(new ByteArrayInputStream(document))) {
      return SpdxReader.read(new ByteArrayInputStream(document), MOST_COMPONENTS);
    }
    throw new InputException(
        "target "
            + target
            + " is neither a directory nor a CycloneDX or SPDX document in JSON; this version reads"
            + " no images and no disks");
  }
}
