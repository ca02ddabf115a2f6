package dev.assay.report;

import dev.assay.model.NotEvaluated;
import dev.assay.model.ReleaseLife;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a release is still supported on a day (UTC).
enum Support {
  SUPPORTED,
  /// Ordinary support has ended; a longer one (`LTS`, `ESM`) runs on.
  EXTENDED_ONLY,
  ENDED,
  UNKNOWN;

  static Support of(@Nullable ReleaseLife life, Instant at) {
    if (life == null) {
      return UNKNOWN;
    }
    LocalDate eol = life.eol();
    LocalDate extended = life.extendedEol();
    LocalDate today = day(at);
    if (eol == null && extended == null) {
      return UNKNOWN;
    }
    if (eol != null && !today.isAfter(eol)) {
      return SUPPORTED;
    }
    if (extended != null && !today.isAfter(extended)) {
      return eol == null ? SUPPORTED : EXTENDED_ONLY;
    }
    return ENDED;
  }

  /// A sentence for people; empty where there is nothing to warn of.
  static String warning(@Nullable ReleaseLife life, Instant at) {
    if (life == null) {
      return "";
    }
    return switch (of(life, at)) {
      case SUPPORTED, UNKNOWN -> "";
      case EXTENDED_ONLY ->
          "Ordinary security support of %s ended on %s; only %s runs, until %s."
              .formatted(life.label(), life.eol(), extendedName(life), life.extendedEol());
      case ENDED -> ended(life, day(at));
    };
  }

  /// The gaps to list where the warning stands above them: without the one that says the same.
  static List<NotEvaluated> besideTheWarning(ViewedAssessment viewed, Instant at) {
    return warning(viewed.assessment().life(), at).isEmpty()
        ? viewed.notEvaluated()
        : viewed.notEvaluated().stream()
            .filter(gap -> gap.reason() != NotEvaluated.Reason.END_OF_LIFE)
            .toList();
  }

  private static String ended(ReleaseLife life, LocalDate today) {
    LocalDate last = later(life.eol(), life.extendedEol());
    String name = last.equals(life.extendedEol()) ? " (" + extendedName(life) + ")" : "";
    return "Security support%s of %s ended on %s, %d days ago."
        .formatted(name, life.label(), last, ChronoUnit.DAYS.between(last, today));
  }

  private static LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? java.util.Objects.requireNonNull(b) : a;
    }
    return a.isAfter(b) ? a : b;
  }

  private static String extendedName(ReleaseLife life) {
    return life.extendedName() == null ? "extended support" : life.extendedName();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
