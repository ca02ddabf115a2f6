package dev.assay.feeds.ubuntu;

import dev.assay.feeds.DisputedText;
import dev.assay.feeds.FeedDates;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.cvss.CvssVectors;
import dev.assay.model.CvssScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers a CVE's fields while a document is read, in whatever order they come.
final class TrackerDraft {
  private static final String PAGE = "https://ubuntu.com/security/";

  private static final Map<String, String> SCORERS =
      Map.of("nvd", "NVD", "ubuntu", "Ubuntu", "redhat", "Red Hat");

  private String candidate = "";
  private String description = "";
  private String ubuntuDescription = "";
  private String priority = "";
  private String publicDate = "";
  private final Set<String> references = new LinkedHashSet<>();
  private final List<CvssScore> cvss = new ArrayList<>();
  private final List<PackageEntry> entries = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /// Takes a field that is one text; others are of no use here.
  void field(String name, String text) {
    switch (name) {
      case "candidate" -> candidate = text.strip();
      case "description" -> description = text.strip();
      case "ubuntu_description" -> ubuntuDescription = text.strip();
      case "priority" -> priority = text.strip();
      case "public_date" -> publicDate = text.strip();
      default -> {
        // who found it, who works on it, when it was disclosed to whom
      }
    }
  }

  void reference(String text) {
    String address = text.strip();
    if (address.startsWith("https://")
        || address.startsWith("http://")
        || address.startsWith("ftp://")) {
      references.add(address);
    }
  }

  /// Takes a score such as `CVSS:3.1/AV:L/… [7.8 HIGH]`.
  void cvss(String scorer, String text) {
    String line = text.strip();
    int end = line.indexOf(' ');
    String vector = end < 0 ? line : line.substring(0, end);
    Optional<CvssScore> score =
        CvssVectors.scoreLenient(SCORERS.getOrDefault(scorer, scorer), vector);
    score.ifPresentOrElse(
        cvss::add, () -> problem("cvss." + scorer + ": not a CVSS vector: " + line));
  }

  void entry(PackageEntry entry) {
    entries.add(entry);
  }

  /// Notes a part that could not be read.
  void problem(String why) {
    problems.add(why);
  }

  TrackerRecord finish() {
    if (candidate.isEmpty()) {
      throw new MalformedRecordException("candidate is missing");
    }
    List<String> pages = new ArrayList<>();
    pages.add(PAGE + candidate);
    references.remove(PAGE + candidate);
    pages.addAll(references);
    Instant published = FeedDates.parseLenient(publicDate).orElse(null);
    return new TrackerRecord(
        candidate,
        description.isEmpty() ? ubuntuDescription : description,
        priority.isEmpty() ? null : priority,
        cvss,
        pages,
        published,
        withdrawn(published),
        DisputedText.isDisputed(description),
        entries,
        problems);
  }

  private @Nullable Instant withdrawn(@Nullable Instant published) {
    boolean rejected =
        description.startsWith("** REJECT **") || description.startsWith("Rejected reason:");
    if (!rejected) {
      return null;
    }
    return published == null ? Instant.EPOCH : published;
  }
}
