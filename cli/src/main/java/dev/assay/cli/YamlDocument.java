package dev.assay.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads one YAML document that a person wrote. A key given twice, a second document and an
/// alias are refused: the parser would otherwise read them as something else, and aliases of
/// aliases are how a small file becomes a huge one.
final class YamlDocument {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private YamlDocument() {}

  /// @throws JacksonException where it is not YAML, or not plain
  static JsonNode read(byte[] content) {
    refuseOtherThanUtf8(content);
    refuseAliases(content);
    return MAPPER.readTree(content);
  }

  private static void refuseOtherThanUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException other) {
      throw new StreamReadException(null, "its bytes are not UTF-8", other);
    }
  }

  private static void refuseAliases(byte[] content) {
    try (YAMLParser parser = (YAMLParser) MAPPER.createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (parser.isCurrentAlias()) {
          throw new StreamReadException(
              parser, "an alias (*" + parser.getString() + "), which Assay does not read");
        }
      }
    }
  }

  /// What is wrong and where, in one line.
  static String words(JacksonException malformed) {
    String message = malformed.getOriginalMessage();
    String first =
        message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    int line = malformed.getLocation() == null ? -1 : malformed.getLocation().getLineNr();
    return line > 0 ? "line " + line + ": " + first : first;
  }
}
