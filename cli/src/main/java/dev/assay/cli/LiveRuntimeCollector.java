package dev.assay.cli;

import dev.assay.agent.collect.Collector;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.util.Objects;

/// What the agent's machine does: a sample each time, which the service puts beside the others.
final class LiveRuntimeCollector implements Collector {
  static final String NAME = "runtime";
  private static final java.nio.file.Path ROOT = java.nio.file.Path.of("/");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Keeping keeping() {
    return Keeping.EVERY;
  }

  @Override
  public byte[] collect() throws IOException {
    EvidenceContent seen =
        new EvidenceContent.Runtime(
            ObservedRuntime.of(
                LiveRuntime.sample(
                    InventoryReader.standard().read(DirectoryTree.at(ROOT), ROOT.toString()))));
    return JsonWriter.utf8(to -> new ValueWriter(to).write(EvidenceClient.contentShape(), seen));
  }

  @Override
  public EvidenceContent content(byte[] collected) {
    Object read =
        new ValueReader(
                AssayApi.schema().types(), ValueReader.Strictness.TYPES_ONLY, new Violations())
            .read(EvidenceClient.contentShape(), JsonReader.read(collected), Path.ROOT);
    return (EvidenceContent) Objects.requireNonNull(read);
  }
}
