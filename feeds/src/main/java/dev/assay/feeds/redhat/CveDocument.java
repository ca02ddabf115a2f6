package dev.assay.feeds.redhat;

import dev.assay.feeds.DisputedText;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.cvss.CvssVectors;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.CvssScore;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One CVE record of Red Hat's.
final class CveDocument {
  private static final String PAGE = "https://access.redhat.com/security/cve/";
  private static final String SCORER = "Red Hat";
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");

  /// `CWE-119`, but also `CWE-20->CWE-119` (one leads to the other) and `(CWE-125|CWE-787)`.
  private static final Pattern CWE = Pattern.compile("CWE-\\d{1,6}");

  private final JsonValue document;
  private final Consumer<String> reject;
  private final SkipCounts skipped;

  CveDocument(JsonValue document, Consumer<String> reject, SkipCounts skipped) {
    this.document = document;
    this.reject = reject;
    this.skipped = skipped;
  }

  /// @throws MalformedRecordException where it is no CVE record
  Advisory advisory() {
    String name = document.text("name").strip();
    if (!CVE.matcher(name).matches()) {
      throw new MalformedRecordException("name is no CVE: \"" + name + "\"");
    }
    JsonValue bug = document.optional("bugzilla");
    Instant published = document.optionalInstant("public_date");
    return new Advisory(
        RedHatCveImporter.SOURCE,
        new AdvisoryId(name),
        Advisory.Kind.VULNERABILITY,
        List.of(new VulnerabilityId(name)),
        List.of(),
        bug == null ? "" : bug.textOrEmpty("description").strip(),
        description(),
        document.optionalText("threat_severity"),
        scores(),
        weaknesses(),
        references(name, bug),
        published,
        null,
        withdrawn(published),
        document.texts("details").stream().anyMatch(DisputedText::isDisputed),
        affected());
  }

  /// The CVE's text, Red Hat's own where it differs, and its statement.
  private String description() {
    Set<String> parts = new LinkedHashSet<>();
    document.texts("details").forEach(text -> parts.add(text.strip()));
    String statement = document.textOrEmpty("statement").strip();
    if (!statement.isEmpty()) {
      parts.add("Statement: " + statement);
    }
    parts.remove("");
    return String.join("\n\n", parts);
  }

  private List<CvssScore> scores() {
    List<CvssScore> scores = new ArrayList<>();
    score("cvss3", "cvss3_scoring_vector").ifPresent(scores::add);
    score("cvss", "cvss_scoring_vector").ifPresent(scores::add);
    return scores;
  }

  private Optional<CvssScore> score(String part, String member) {
    JsonValue score = document.optional(part);
    String vector = score == null ? null : score.optionalText(member);
    if (vector == null) {
      return Optional.empty();
    }
    Optional<CvssScore> read = CvssVectors.scoreLenient(SCORER, vector);
    if (read.isEmpty()) {
      reject.accept(part + ": not a CVSS vector: \"" + vector + "\"");
    }
    return read;
  }

  private List<String> weaknesses() {
    String cwe = document.textOrEmpty("cwe");
    return CWE.matcher(cwe).results().map(MatchResult::group).distinct().toList();
  }

  private List<String> references(String name, @Nullable JsonValue bug) {
    Set<String> references = new LinkedHashSet<>();
    references.add(PAGE + name);
    if (bug != null) {
      references.add(bug.textOrEmpty("url").strip());
    }
    for (String lines : document.texts("references")) {
      lines.lines().map(String::strip).filter(CveDocument::isAddress).forEach(references::add);
    }
    references.remove("");
    return List.copyOf(references);
  }

  private static boolean isAddress(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  /// Red Hat says that a CVE was rejected, not when: the record's own date stands for it.
  private @Nullable Instant withdrawn(@Nullable Instant published) {
    boolean rejected =
        document.texts("details").stream()
            .map(String::strip)
            .anyMatch(
                text ->
                    text.startsWith("[REJECTED CVE]")
                        || text.startsWith("** REJECT **")
                        || text.startsWith("Rejected reason:"));
    if (!rejected) {
      return null;
    }
    return published == null ? Instant.EPOCH : published;
  }

  private List<AffectedPackage> affected() {
    Set<AffectedPackage> affected = new LinkedHashSet<>();
    for (JsonValue state : document.elements("package_state")) {
      try {
        affected.addAll(new PackageState(state).statements(skipped));
      } catch (MalformedRecordException malformed) {
        reject.accept(malformed.problem());
      }
    }
    return List.copyOf(affected);
  }
}
