package dev.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes one indented JSON document to a stream and leaves the stream open.
final class PrettyJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private PrettyJson() {}

  /// What writes the document.
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json);
  }

  static void write(OutputStream out, Content content) throws IOException {
    ObjectWriteContext indented =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    try (JsonGenerator json = FACTORY.createGenerator(indented, out)) {
      content.write(json);
    }
    out.write('\n');
    out.flush();
  }
}
