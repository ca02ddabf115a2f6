package dev.assay.inspector.scan;

import dev.assay.awsapi.json.Json;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words that both forms of the answer share.
final class Wording {
  private Wording() {}

  /// As Inspector begins what it says of a component that it does not judge.
  static String skipped(NotEvaluated gap) {
    return "Component skipped: " + gap.why() + ".";
  }

  static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
      case INFORMATIONAL -> "info";
      case UNTRIAGED -> "unknown";
    };
  }

  static @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static @Nullable String instant(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC).toString();
  }

  /// The numbers of names such as `CWE-79`; nothing of what is not such a name.
  static List<Json> cwes(Collection<String> names) {
    return names.stream()
        .filter(name -> name.matches("(?i)CWE-[1-9][0-9]{0,8}"))
        .<Json>map(name -> new Json.Num(new BigDecimal(name.substring("CWE-".length()))))
        .toList();
  }

  /// Pages to read on, the deciding advisories' first.
  static List<String> pages(ScannedSbom.Found found) {
    Stream<String> advisories =
        found.affected().stream()
            .flatMap(one -> one.evidence().stream())
            .map(AdvisoryReference::url)
            .flatMap(Stream::ofNullable);
    return Stream.concat(advisories, found.vulnerability().references().stream())
        .filter(Wording::isWebAddress)
        .distinct()
        .toList();
  }

  private static boolean isWebAddress(String text) {
    return text.matches("https?://[!-~]+")
        && text.chars().noneMatch(c -> "\"<>\\^`{|}".indexOf(c) >= 0);
  }
}
