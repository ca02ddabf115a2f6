package dev.assay.feeds.documents;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What an importer emits of a document.
public record Imported(List<FeedRecord> records) {

  public static Imported by(FeedImporter importer, FeedEntry entry) {
    List<FeedRecord> records = new ArrayList<>();
    try {
      importer.read(entry, records::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Imported(records);
  }

  public List<Advisory> advisories() {
    return records.stream().filter(Advisory.class::isInstance).map(Advisory.class::cast).toList();
  }

  /// The only advisory.
  public Advisory advisory() {
    if (advisories().size() != 1) {
      throw new AssertionError("not one advisory: " + records);
    }
    return advisories().getFirst();
  }

  /// The only advisory's statements, one in each line, as a person would write them.
  public List<String> statements() {
    return advisory().affected().stream().map(Imported::line).toList();
  }

  public List<String> rejections() {
    return records.stream()
        .filter(RejectedRecord.class::isInstance)
        .map(record -> ((RejectedRecord) record).why())
        .toList();
  }

  /// `ubuntu:22.04/esm-infra linux FIXED <1.2-3 (note)`.
  public static String line(AffectedPackage affected) {
    StringBuilder line = new StringBuilder();
    line.append(affected.ecosystem());
    if (!affected.repository().isEmpty()) {
      line.append('/').append(affected.repository());
    }
    line.append(' ');
    if (affected.module() != null) {
      line.append(affected.module()).append('/');
    }
    line.append(affected.name()).append(' ').append(affected.status());
    affected.ranges().forEach(range -> line.append(" <").append(range.fixed()));
    if (affected.note() != null) {
      line.append(" (").append(affected.note()).append(')');
    }
    if (affected.vendorSeverity() != null) {
      line.append(' ').append(affected.vendorSeverity());
    }
    return line.toString();
  }
}
