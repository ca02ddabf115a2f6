package dev.assay.agent.collect;

import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Path;

/// The installed packages, the operating system and the running kernel.
public final class InventoryCollector implements Collector {
  public static final String NAME = "inventory";

  private final Path root;
  private final String version;

  /// A collector.
  ///
  /// @param root the file system, `/` for the machine itself
  /// @param version of the program
  public InventoryCollector(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Keeping keeping() {
    return Keeping.NEWEST;
  }

  @Override
  public byte[] collect() throws IOException {
    return InventoryDocument.of(
        InventoryReader.standard().read(DirectoryTree.at(root), root.toString()), version);
  }

  @Override
  public EvidenceContent content(byte[] collected) {
    return new EvidenceContent.Inventory(JsonReader.read(collected));
  }
}
