package dev.assay.agent.collect;

import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import java.io.IOException;
import java.util.Objects;

/// What the agent's machine does: a sample each time, which the service puts beside the others.
public final class RuntimeCollection implements Collector {
  public static final String NAME = "runtime";

  private final RunningHost host = new RunningHost();

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
    EvidenceContent seen = new EvidenceContent.Runtime(ObservedRuntime.of(host.sample()));
    return JsonWriter.utf8(to -> new ValueWriter(to).write(EvidenceShape.content(), seen));
  }

  @Override
  public EvidenceContent content(byte[] collected) {
    Object read =
        new ValueReader(
                AssayApi.schema().types(), ValueReader.Strictness.TYPES_ONLY, new Violations())
            .read(
                EvidenceShape.content(),
                JsonReader.read(collected),
                dev.assay.awsapi.codec.Path.ROOT);
    return (EvidenceContent) Objects.requireNonNull(read);
  }
}
