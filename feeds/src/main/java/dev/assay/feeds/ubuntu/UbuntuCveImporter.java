package dev.assay.feeds.ubuntu;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Imports Canonical's CVE tracker: one document for each CVE, with what is known of every source
/// package in every release. Reads the tracker's own text files (`active/CVE-2022-36879`) and
/// the same re-written as JSON.
public final class UbuntuCveImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("ubuntu-cve-tracker");

  private static final Pattern JSON = Pattern.compile("\"candidate\"\\s*:\\s*\"");
  private static final Pattern TEXT = Pattern.compile("(?m)^Candidate:[ \\t]*CVE-\\S");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Ubuntu CVE tracker";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = head(entry);
    return isJson(head) ? JSON.matcher(head).find() : TEXT.matcher(head).find();
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Consumer<String> reject = why -> sink.accept(new RejectedRecord(SOURCE, entry.path(), why));
    try (InputStream content = entry.open()) {
      TrackerRecord cve =
          isJson(head(entry)) ? TrackerJson.read(content) : TrackerText.read(content);
      sink.accept(advisory(cve, reject));
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }

  private Advisory advisory(TrackerRecord cve, Consumer<String> reject) {
    cve.problems().forEach(reject);
    return new Advisory(
        SOURCE,
        new AdvisoryId(cve.candidate()),
        Advisory.Kind.VULNERABILITY,
        List.of(new VulnerabilityId(cve.candidate())),
        List.of(),
        "",
        cve.description(),
        cve.priority(),
        cve.cvss(),
        List.of(),
        cve.references(),
        cve.published(),
        null,
        cve.withdrawn(),
        cve.disputed(),
        affected(cve, reject));
  }

  private List<AffectedPackage> affected(TrackerRecord cve, Consumer<String> reject) {
    List<AffectedPackage> affected = new ArrayList<>();
    for (PackageEntry entry : cve.entries()) {
      try {
        statement(entry).ifPresent(affected::add);
      } catch (MalformedRecordException malformed) {
        reject.accept(entry.pocket() + "_" + entry.name() + ": " + malformed.problem());
      }
    }
    return affected;
  }

  private Optional<AffectedPackage> statement(PackageEntry entry) {
    if (entry.status().equals("DNE")) {
      skipped.add("package does not exist in the release (DNE)");
      return Optional.empty();
    }
    return switch (Pocket.parse(entry.pocket())) {
      case Pocket.Skipped(String why) -> {
        skipped.add(why);
        yield Optional.empty();
      }
      case Pocket.Archive archive -> Optional.of(PackageStatus.statement(archive, entry));
    };
  }

  private static String head(FeedEntry entry) {
    return new String(entry.head(), StandardCharsets.UTF_8);
  }

  private static boolean isJson(String head) {
    return head.stripLeading().startsWith("{");
  }
}
