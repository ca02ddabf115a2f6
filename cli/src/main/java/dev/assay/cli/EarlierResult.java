package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A benchmark's result that was written as JSON before.
final class EarlierResult {
  private EarlierResult() {}

  /// The status of each result by its key.
  static Map<String, String> read(Path file) {
    try {
      JsonNode results = JsonMapper.shared().readTree(Files.readAllBytes(file)).path("results");
      if (!results.isArray()) {
        throw new InputException("earlier result " + file + " is no JSON of assay cis");
      }
      Map<String, String> statuses = new TreeMap<>();
      results.forEach(
          result ->
              statuses.put(
                  (result.path("rule").asString("") + " " + result.path("definition").asString(""))
                      .strip(),
                  result.path("status").asString("")));
      return statuses;
    } catch (JacksonException malformed) {
      throw new InputException("earlier result " + file + " is no JSON", malformed);
    } catch (IOException failed) {
      throw new InputException(
          "earlier result " + file + " cannot be read: " + IoFailure.words(failed), failed);
    }
  }
}
