package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.json.JsonValue;
import java.util.List;
import java.util.Locale;

/// Texts in several languages.
final class Texts {
  private Texts() {}

  /// The English one (`en`, `en-US`, `eng`), else the first, else empty.
  static String english(List<JsonValue> texts) {
    for (JsonValue text : texts) {
      if (isEnglish(text)) {
        return text.textOrEmpty("value").strip();
      }
    }
    return texts.isEmpty() ? "" : texts.getFirst().textOrEmpty("value").strip();
  }

  static boolean isEnglish(JsonValue text) {
    return text.textOrEmpty("lang").toLowerCase(Locale.ROOT).startsWith("en");
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
