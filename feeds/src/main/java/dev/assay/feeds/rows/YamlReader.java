package dev.assay.feeds.rows;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads small YAML documents, as the same values as JSON. Aliases are not followed.
public final class YamlReader {
  private static final int LARGEST = 4 << 20;
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private YamlReader() {}

  /// All bytes of a document that is no larger than YAML documents of feeds are.
  public static byte[] bytes(InputStream input) throws IOException {
    byte[] bytes = input.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new MalformedRecordException("A YAML document of more than " + LARGEST + " bytes");
    }
    return bytes;
  }

  /// Reads a document.
  ///
  /// @throws MalformedRecordException where the text is no YAML
  public static JsonValue read(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree == null || !tree.isObject()) {
        throw new MalformedRecordException("The document is not a mapping");
      }
      return JsonValue.root(tree);
    } catch (JacksonException malformed) {
      throw new MalformedRecordException(
          "Not YAML: " + firstLine(malformed.getOriginalMessage()), malformed);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
