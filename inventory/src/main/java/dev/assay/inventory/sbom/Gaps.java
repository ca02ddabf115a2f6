package dev.assay.inventory.sbom;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What bills of materials leave open, in words.
final class Gaps {
  /// As our own writer of CycloneDX has it: `what: why (REASON, GAP)`.
  private static final Pattern TOLD = Pattern.compile("(?s)(.*?): (.*) \\(([A-Z_]+), ([A-Z]+)\\)");

  private Gaps() {}

  static NotEvaluated withoutOperatingSystem(int components) {
    return new NotEvaluated(
        "operating system",
        Reason.UNKNOWN_OS,
        "no component and no package URL of the document names the distribution and its release;"
            + " of its components, none was judged, of which there "
            + (components == 1 ? "is 1" : "are " + components),
        Gap.WHOLE);
  }

  static NotEvaluated withoutSources(OperatingSystem os) {
    return new NotEvaluated(
        "source packages of " + os.prettyName(),
        Reason.AMBIGUOUS,
        "advisories for this distribution name source packages, and the document names none:"
            + " each package was judged as if its source had its own name",
        Gap.PART);
  }

  /// What the collector that made the document could not read.
  static NotEvaluated told(String text) {
    Matcher words = TOLD.matcher(text);
    if (words.matches()) {
      try {
        return new NotEvaluated(
            words.group(1),
            Reason.valueOf(words.group(3)),
            words.group(2),
            Gap.valueOf(words.group(4)));
      } catch (IllegalArgumentException otherWords) {
        // Another version's words: kept whole below.
        return kept(text);
      }
    }
    return kept(text);
  }

  private static NotEvaluated kept(String text) {
    return new NotEvaluated("the inventory", Reason.UNREADABLE, text, Gap.PART);
  }
}
