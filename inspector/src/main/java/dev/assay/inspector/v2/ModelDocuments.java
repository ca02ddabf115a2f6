package dev.assay.inspector.v2;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueReader.Strictness;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.value.Structure;
import java.nio.charset.StandardCharsets;

/// Structures of the model as JSON documents: what is kept of a question until it is answered, and
/// what is written into reports.
final class ModelDocuments {
  private static final ServiceSchema MODEL = Inspector2Api.schema();

  private ModelDocuments() {}

  /// The structure in JSON, in UTF-8.
  ///
  /// @param shape its name in the model
  static byte[] utf8(String shape, Structure value) {
    return JsonWriter.utf8(
        generator -> new ValueWriter(generator).write(MODEL.struct(shape), value));
  }

  static String text(String shape, Structure value) {
    return new String(utf8(shape, value), StandardCharsets.UTF_8);
  }

  /// What `text` wrote.
  static <T extends Structure> T read(String shape, String document, Class<T> type) {
    Object value =
        new ValueReader(MODEL.types(), Strictness.TYPES_ONLY, new Violations())
            .read(
                MODEL.struct(shape),
                JsonReader.read(document.getBytes(StandardCharsets.UTF_8)),
                Path.ROOT);
    if (value == null) {
      throw new IllegalStateException("Not what was kept of a " + shape + ": " + document);
    }
    return type.cast(value);
  }
}
