package dev.assay.feeds;

import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.feeds.archive.DocumentVisitor;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo.DateOrigin;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The documents of one file: finds each one's importer and takes its records.
final class FeedFileReading implements DocumentVisitor {
  private final FeedFile file;
  private final List<FeedImporter> importers;
  private final CompilationLog log;
  private final Map<Dated, Consumer<FeedRecord>> sources = new HashMap<>();
  private @Nullable FeedImporter lastImporter;
  private @Nullable LaterFeed lastLater;
  private @Nullable LocalDate statedDay;

  /// A source, and the day one of its documents states.
  private record Dated(SourceId source, @Nullable LocalDate day) {}

  FeedFileReading(FeedFile file, List<FeedImporter> importers, CompilationLog log) {
    this.file = file;
    this.importers = importers;
    this.log = log;
  }

  @Override
  public boolean enters(String path) {
    Optional<String> why = NotAFeed.skipped(path);
    why.ifPresent(what -> passOver(PassedOver.Kind.NOT_A_FEED, what, path));
    return why.isEmpty();
  }

  @Override
  public void document(FeedEntry entry) throws IOException {
    if (lastLater != null && lastLater.test().test(entry.head())) {
      passOver(PassedOver.Kind.NOT_READ, lastLater.title(), entry.path());
      return;
    }
    FeedImporter importer = importer(entry);
    if (importer == null) {
      unclaimed(entry);
      return;
    }
    lastImporter = importer;
    statedDay = importer.statedDay(entry).orElse(null);
    try {
      importer.read(entry, record -> accept(importer, record));
    } catch (MalformedRecordException malformed) {
      accept(importer, new RejectedRecord(importer.source(), entry.path(), malformed.problem()));
    } catch (IllegalArgumentException refused) {
      // a value of the domain refused what the document has
      accept(
          importer,
          new RejectedRecord(
              importer.source(), entry.path(), "cannot be understood: " + refused.getMessage()));
    }
  }

  /// The one that knew the last document first: a file rarely holds two kinds.
  private @Nullable FeedImporter importer(FeedEntry entry) {
    if (lastImporter != null && lastImporter.recognises(entry)) {
      return lastImporter;
    }
    for (FeedImporter importer : importers) {
      if (importer != lastImporter && importer.recognises(entry)) {
        return importer;
      }
    }
    return null;
  }

  private void accept(FeedImporter importer, FeedRecord record) {
    FeedRecord placed = record instanceof RejectedRecord rejected ? placed(rejected) : record;
    log.count(placed);
    SourceId source = SourceOf.record(placed).orElse(importer.source());
    sources
        .computeIfAbsent(
            new Dated(source, source.equals(importer.source()) ? statedDay : null),
            dated -> log.source(source, facts(dated.day)))
        .accept(placed);
  }

  /// What the manifest says of the file; where it has no day, the one the document states.
  private FeedManifest.Facts facts(@Nullable LocalDate stated) {
    FeedManifest.Facts facts = file.facts();
    return facts.snapshotDate() != null || stated == null
        ? facts
        : new FeedManifest.Facts(stated, DateOrigin.FEED, facts.licence());
  }

  private RejectedRecord placed(RejectedRecord rejected) {
    return new RejectedRecord(rejected.source(), place(rejected.where()), rejected.why());
  }

  private String place(String where) {
    return where.startsWith(file.name()) ? where : file.name() + "!" + where;
  }

  private void unclaimed(FeedEntry entry) {
    if (entry.head().length == 0) {
      passOver(PassedOver.Kind.NOT_A_FEED, "an empty document", entry.path());
      return;
    }
    Optional<LaterFeed> later = LaterFeed.of(entry.head());
    if (later.isPresent()) {
      lastLater = later.get();
      passOver(PassedOver.Kind.NOT_READ, later.get().title(), entry.path());
      return;
    }
    Optional<String> companion = NotAFeed.companion(entry.path());
    passOver(
        companion.isPresent() ? PassedOver.Kind.NOT_A_FEED : PassedOver.Kind.UNRECOGNISED,
        companion.orElse("no importer recognises it"),
        entry.path());
  }

  private void passOver(PassedOver.Kind kind, String what, String path) {
    log.passOver(file.name(), kind, what, path);
  }

  @Override
  public void unreadable(String where, String why) {
    if (lastImporter != null) {
      accept(lastImporter, new RejectedRecord(lastImporter.source(), where, why));
    } else {
      log.reject(place(where), why);
    }
  }
}
