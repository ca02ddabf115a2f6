package dev.assay.report;

import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import dev.assay.report.TablePen.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reader must know of a target before any finding: what it is, what limits the result,
/// and the sum of it.
final class TableHead {
  private static final int EXAMPLES = 5;

  private final TablePen pen;
  private final Instant at;

  TableHead(TablePen pen, Instant at) {
    this.pen = pen;
    this.at = at;
  }

  void draw(ViewedAssessment viewed) {
    target(viewed);
    endOfLife(viewed);
    notEvaluated(Support.besideTheWarning(viewed, at));
    expired(viewed.expired());
    pen.blank();
    summary(viewed);
  }

  private void target(ViewedAssessment viewed) {
    Inventory inventory = viewed.assessment().inventory();
    pen.wrapped(Tone.HEADING, "", 2, PlainText.line(inventory.target()));
    List<String> facts = new ArrayList<>();
    facts.add(PlainText.line(Words.system(inventory.os())));
    facts.add(PlainText.line(Words.kernel(inventory.kernel())));
    facts.add(Words.count(inventory.packages().size(), "package"));
    if (viewed.assessment().ecosystem() != null && !viewed.nothingWasJudged()) {
      facts.add(PlainText.line("judged as " + viewed.assessment().ecosystem()));
    }
    pen.wrapped(Tone.PLAIN, "  ", 2, String.join("; ", facts));
  }

  private void endOfLife(ViewedAssessment viewed) {
    String warning = Support.warning(viewed.assessment().life(), at);
    if (warning.isEmpty()) {
      return;
    }
    pen.blank();
    if (Support.of(viewed.assessment().life(), at) == Support.ENDED) {
      pen.wrapped(Tone.ALARM, "!! ", 3, "END OF LIFE. " + PlainText.line(warning));
      pen.wrapped(
          Tone.PLAIN,
          "   ",
          3,
          "Later vulnerabilities are in no advisory for it: what follows is not all there is.");
    } else {
      pen.wrapped(Tone.WARNING, "!  ", 3, PlainText.line(warning));
    }
  }

  /// Alike gaps in one line: an engineer needs the kinds first, and json has them all. That only
  /// the starter set was checked, the table's first line says for all targets at once.
  private void notEvaluated(List<NotEvaluated> gaps) {
    List<NotEvaluated> all =
        gaps.stream().filter(gap -> gap.reason() != NotEvaluated.Reason.STARTER_SET).toList();
    if (all.isEmpty()) {
      return;
    }
    pen.blank();
    pen.cutLine(Tone.WARNING, "NOT EVALUATED (not evaluated is not passed)");
    record Kind(Gap gap, NotEvaluated.Reason reason, String why) {}
    Map<Kind, List<String>> kinds = new LinkedHashMap<>();
    for (NotEvaluated one : all) {
      kinds
          .computeIfAbsent(new Kind(one.gap(), one.reason(), one.why()), kind -> new ArrayList<>())
          .add(PlainText.line(one.what()));
    }
    kinds.forEach(
        (kind, whats) -> {
          boolean whole = kind.gap() == Gap.WHOLE;
          String text =
              "%s%s: %s: %s"
                  .formatted(
                      whole ? "whole gap, " : "",
                      Words.reason(kind.reason()),
                      named(whats),
                      PlainText.line(kind.why()));
          pen.wrapped(whole ? Tone.ALARM : Tone.PLAIN, whole ? "!! " : "   ", 5, text);
        });
  }

  private String named(List<String> whats) {
    if (!pen.folds() || whats.size() <= EXAMPLES + 1) {
      return String.join(", ", whats);
    }
    return String.join(", ", whats.subList(0, EXAMPLES))
        + " and "
        + (whats.size() - EXAMPLES)
        + " more";
  }

  private void expired(List<Suppression> expired) {
    for (Suppression suppression : expired) {
      pen.wrapped(
          Tone.WARNING,
          "!  ",
          3,
          "The ignore file's entry for %s ended on %s and no longer hides it."
              .formatted(
                  PlainText.line(suppression.vulnerability().value()), suppression.expires()));
    }
  }

  private void summary(ViewedAssessment viewed) {
    int packages = viewed.assessment().inventory().packages().size();
    if (viewed.shown().isEmpty()) {
      pen.wrapped(Tone.HEADING, "", 2, emptyState(viewed, Words.count(packages, "package")));
      return;
    }
    List<VulnerabilityFinding> inUse = viewed.inUse();
    int notRunning = viewed.idle().size();
    String total = Words.count(inUse.size(), Words.VULNERABILITY, Words.VULNERABILITIES);
    pen.wrapped(
        Tone.HEADING,
        "",
        2,
        inUse.isEmpty() ? total : total + ": " + SeverityCounts.of(inUse).inWords());
    pen.wrapped(Tone.PLAIN, "  ", 2, marks(inUse));
    if (notRunning > 0) {
      pen.wrapped(
          Tone.PLAIN,
          "  ",
          2,
          "beside them %d only in kernels that are installed but not running"
              .formatted(notRunning));
    }
  }

  static String emptyState(ViewedAssessment viewed, String packages) {
    if (viewed.nothingWasJudged()) {
      return "No package was evaluated: see above";
    }
    boolean nothing = viewed.assessment().findings().isEmpty();
    boolean gaps = !viewed.notEvaluated().isEmpty();
    return (nothing ? "No known vulnerabilities in " : "Nothing to show of ")
        + packages
        + (gaps ? ", but not everything was evaluated: see above" : "");
  }

  private static String marks(List<VulnerabilityFinding> findings) {
    long fixable = findings.stream().filter(f -> f.fixAvailability() != FixAvailability.NO).count();
    long known = findings.stream().filter(f -> f.vulnerability().knownExploited() != null).count();
    long exploits = findings.stream().filter(f -> !f.vulnerability().exploits().isEmpty()).count();
    long urgent =
        findings.stream()
            .filter(f -> f.fixAvailability() != FixAvailability.NO)
            .filter(f -> f.severity().isAtLeast(Severity.HIGH))
            .count();
    return "%d can be mended now by an upgrade, %d of them high or critical; %d known to be exploited (KEV); %d with a public exploit"
        .formatted(fixable, urgent, known, exploits);
  }
}
