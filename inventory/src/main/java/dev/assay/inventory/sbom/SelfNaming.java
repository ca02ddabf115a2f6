package dev.assay.inventory.sbom;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The format that a JSON document says it has: `CycloneDX`, `SPDX-2.3`.
final class SelfNaming {
  private SelfNaming() {}

  /// Reads no further than needed. Empty where it says none, or is another kind of document.
  static Optional<String> format(InputStream document) {
    try (JsonParser parser =
        CycloneDxReader.JSON.createParser(ObjectReadContext.empty(), document)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        switch (name) {
          case "bomFormat", "spdxVersion" -> {
            return parser.hasToken(JsonToken.VALUE_STRING)
                ? Optional.of(parser.getString())
                : Optional.empty();
          }
          // Assay's own inventories begin so.
          case "resource" -> {
            return Optional.empty();
          }
          default -> parser.skipChildren();
        }
      }
      return Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }
}
