package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssPreference;
import dev.assay.model.CvssScore;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Severity;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words that the reports share, so that all of them say the same thing in the same way.
final class Words {
  /// Debian's word for what it does not hold to be a security matter.
  private static final String UNIMPORTANT = "unimportant";

  private Words() {}

  /// `no fix yet`, `will not be fixed` …; where a fix exists, `fixed in VERSION`.
  static String status(AffectedInstallation affected) {
    if (affected.fixedVersion() != null) {
      return "fixed in " + affected.fixedVersion();
    }
    return withoutFix(affected);
  }

  /// Why there is no version to upgrade to.
  static String withoutFix(AffectedInstallation affected) {
    String words =
        switch (affected.status()) {
          case FIXED -> "fix not available here";
          case AFFECTED -> "no fix yet";
          case NOT_AFFECTED -> "not affected";
          case WILL_NOT_FIX -> "will not be fixed";
          case FIX_DEFERRED -> "fix deferred";
          case FIX_PENDING -> "fix pending";
          case OUT_OF_SUPPORT -> "out of support";
          case END_OF_LIFE -> "support ended";
          case UNDER_INVESTIGATION -> "under investigation";
        };
    return UNIMPORTANT.equals(affected.vendorSeverity()) ? UNIMPORTANT + ", " + words : words;
  }

  /// The score to show where there is room for one.
  static Optional<CvssScore> score(Vulnerability vulnerability) {
    return CvssPreference.of(vulnerability.cvss());
  }

  /// The status where several are counted: what the vendor holds unimportant is that, whether or
  /// not a fix is on its way.
  static String statusKind(AffectedInstallation affected) {
    return UNIMPORTANT.equals(affected.vendorSeverity()) ? UNIMPORTANT : withoutFix(affected);
  }

  /// The vulnerability's title, or the first sentence of its description, or nothing.
  static String title(Vulnerability vulnerability) {
    String title = PlainText.line(vulnerability.title());
    if (!title.isEmpty() && !title.equals(vulnerability.id().value())) {
      return title;
    }
    String description = PlainText.line(vulnerability.description());
    int end = description.indexOf(". ");
    return end < 0 ? description : description.substring(0, end + 1);
  }

  /// What the sources say, or that they say nothing.
  static String description(Vulnerability vulnerability) {
    return Stream.of(vulnerability.description(), vulnerability.title())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("The sources give no description.");
  }

  /// Every distinct sentence on what to do.
  static String remediation(VulnerabilityFinding finding) {
    return finding.packages().stream()
        .map(AffectedInstallation::remediation)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  static boolean isExploited(Vulnerability vulnerability) {
    return vulnerability.knownExploited() != null || !vulnerability.exploits().isEmpty();
  }

  /// `critical`, `high` …
  static String severity(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /// `Debian GNU/Linux 12 (bookworm), x86_64`.
  static String system(@Nullable OperatingSystem os) {
    if (os == null) {
      return "unknown operating system";
    }
    String name = os.prettyName().isBlank() ? os.id() + " " + os.versionId() : os.prettyName();
    return os.architecture() == null ? name : name + ", " + os.architecture();
  }

  static String kernel(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Running running -> "running kernel " + running.release();
      case Kernel.NotRunning ignored -> "root file system, not running";
      case Kernel.Image ignored -> "container image";
    };
  }

  /// The kind of resource, as a type beside Inspector's own.
  static String resourceType(Inventory inventory) {
    return switch (inventory.kernel()) {
      case Kernel.Running ignored -> "HOST";
      case Kernel.NotRunning ignored -> "ROOT_FILE_SYSTEM";
      case Kernel.Image ignored -> "CONTAINER_IMAGE";
    };
  }

  static String reason(NotEvaluated.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "could not be read";
      case UNPARSEABLE -> "could not be understood";
      case UNKNOWN_OS -> "unknown operating system";
      case NO_ADVISORIES -> "no advisories";
      case END_OF_LIFE -> "end of life";
      case THIRD_PARTY -> "third party";
      case AMBIGUOUS -> "ambiguous";
      case VERSION_UNPARSEABLE -> "version not understood";
      case LIMIT -> "limit reached";
      case STARTER_SET -> "starter set only";
      case UNSUPPORTED -> "not supported";
    };
  }

  /// `1 package`, `3 packages`.
  static String count(long number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  static String count(long number, String singular) {
    return count(number, singular, singular + "s");
  }

  static final String VULNERABILITY = "vulnerability";
  static final String VULNERABILITIES = "vulnerabilities";
}
