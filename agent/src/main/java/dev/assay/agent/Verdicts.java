package dev.assay.agent;

import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.inspector2.CisRuleStatus;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.value.Blob;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A benchmark's results as the messages of a session, which have room for little beside the
/// status.
final class Verdicts {
  private static final int MOST_AT_ONCE = 150;
  private static final int MOST_BYTES = 1000;
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_REASON = 400;
  private static final String FIRST = "LEVEL_1";

  private Verdicts() {}

  /// The rules that a scan of a level asks for; none where the results are of a lower level.
  static List<BenchmarkRule> of(BenchmarkResults results, String level) {
    if (!level.equals(FIRST) && results.level().value().equals(FIRST)) {
      return List.of();
    }
    return results.rules().stream()
        .filter(rule -> !level.equals(FIRST) || level(rule, results).value().equals(FIRST))
        .toList();
  }

  private static BenchmarkLevel level(BenchmarkRule rule, BenchmarkResults results) {
    return Objects.requireNonNullElse(rule.level(), results.level());
  }

  /// As many messages as may be sent at once, in each element.
  static List<List<CisSessionMessage>> messages(
      BenchmarkResults results, List<BenchmarkRule> rules) {
    List<List<CisSessionMessage>> portions = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += MOST_AT_ONCE) {
      portions.add(
          rules.subList(from, Math.min(rules.size(), from + MOST_AT_ONCE)).stream()
              .map(
                  rule ->
                      new CisSessionMessage(
                          details(rule, level(rule, results)),
                          rule.ruleId(),
                          CisRuleStatus.of(rule.status().value())))
              .toList());
    }
    return portions;
  }

  private static Blob details(BenchmarkRule rule, BenchmarkLevel level) {
    String title = Objects.requireNonNullElse(rule.title(), "");
    String reason = Objects.requireNonNullElse(rule.reason(), "");
    int room = LONGEST_REASON;
    byte[] details = json(title, reason, room, level);
    // A character may take several bytes, and six where it has to be escaped.
    while (details.length > MOST_BYTES) {
      room /= 2;
      details = json(title, reason, room, level);
    }
    return Blob.of(details);
  }

  private static byte[] json(String title, String reason, int room, BenchmarkLevel level) {
    return JsonWriter.utf8(
        to -> {
          to.writeStartObject();
          to.writeStringProperty("title", cut(title, Math.min(LONGEST_TITLE, room)));
          to.writeStringProperty("level", level.value());
          to.writeStringProperty("reason", cut(reason, room));
          to.writeEndObject();
        });
  }

  /// Never in the middle of a character.
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end =
        longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }
}
