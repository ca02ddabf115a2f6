package dev.assay.agent.collect;

import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.Shape;
import java.util.Objects;

/// How evidence is written.
public final class EvidenceShape {
  private EvidenceShape() {}

  /// The shape of what SubmitEvidence is handed, for who keeps it or only shows it.
  public static Shape content() {
    OperationSchema submit =
        Objects.requireNonNull(AssayApi.schema().operations().get("SubmitEvidence"));
    Shape.Struct input = Objects.requireNonNull(submit.input());
    return Objects.requireNonNull(input.byWireName().get("content")).target().get();
  }
}
