package dev.assay.feeds;

import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.feeds.archive.DocumentVisitor;
import dev.assay.feeds.archive.Unpacker;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads feed files of any kind: finds the documents in them, recognises each by its content, and
/// gives its records to a sink. Nothing that is wrong with a file ends the build; it is in the
/// {@link FeedReport}. For one build; not for several threads.
public final class FeedCompiler {
  /// What is rejected before it is known of which source it is.
  private static final SourceId NO_SOURCE = new SourceId("feed-files");

  private final List<FeedImporter> importers;
  private final FeedSink sink;
  private final Unpacker unpacker;
  private final Map<SourceId, SourceTally> tallies = new TreeMap<>();
  private final Map<List<String>, PassedOver> passedOver = new LinkedHashMap<>();
  private final List<RejectedRecord> unattributed = new ArrayList<>();

  public FeedCompiler(List<FeedImporter> importers, ArchiveLimits limits, FeedSink sink) {
    this.importers = List.copyOf(importers);
    this.unpacker = new Unpacker(limits);
    this.sink = sink;
  }

  /// Reads every file under the inputs, directories or files.
  public FeedReport compile(List<Path> inputs) {
    List<FeedFile> files = new ArrayList<>();
    new FeedFiles(
            new FeedFiles.Listener() {
              @Override
              public void file(FeedFile file) {
                files.add(file);
              }

              @Override
              public void ignored(String name, String why) {
                passOver(name, PassedOver.Kind.NOT_A_FEED, why, name);
              }

              @Override
              public void rejected(String name, String why) {
                reject(new RejectedRecord(NO_SOURCE, name, why));
              }
            })
        .list(inputs);
    files.forEach(this::read);
    return new FeedReport(
        tallies.values().stream().map(SourceTally::info).toList(),
        List.copyOf(passedOver.values()),
        unattributed);
  }

  private void read(FeedFile file) {
    FileReading reading = new FileReading(file);
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
      unpacker.unpack(file.name(), input, reading);
    } catch (IOException unreadable) {
      reading.unreadable(file.name(), "cannot be read: " + unreadable);
    }
  }

  /// The documents of one file.
  private final class FileReading implements DocumentVisitor {
    private final FeedFile file;
    private @Nullable FeedImporter last;

    FileReading(FeedFile file) {
      this.file = file;
    }

    @Override
    public boolean enters(String member) {
      Optional<String> skipped = NotAFeed.skipped(member);
      skipped.ifPresent(
          why -> FeedCompiler.this.passOver(file.name(), PassedOver.Kind.NOT_A_FEED, why, member));
      return skipped.isEmpty();
    }

    @Override
    public void document(FeedEntry entry) throws IOException {
      FeedImporter importer = importer(entry);
      if (importer == null) {
        unclaimed(entry);
        return;
      }
      last = importer;
      try {
        importer.read(entry, record -> accept(importer, record));
      } catch (MalformedRecordException malformed) {
        accept(importer, new RejectedRecord(importer.source(), entry.path(), malformed.problem()));
      }
    }

    /// The one that knew the last document first: a file rarely holds two kinds.
    private @Nullable FeedImporter importer(FeedEntry entry) {
      if (last != null && last.recognises(entry)) {
        return last;
      }
      for (FeedImporter importer : importers) {
        if (importer != last && importer.recognises(entry)) {
          return importer;
        }
      }
      return null;
    }

    private void accept(FeedImporter importer, FeedRecord record) {
      FeedRecord placed = record instanceof RejectedRecord rejected ? placed(rejected) : record;
      SourceId source = SourceOf.record(placed).orElse(importer.source());
      SourceTally tally = tally(importer, source);
      tally.file(file.facts());
      tally.add(placed);
      sink.accept(source, placed);
    }

    private RejectedRecord placed(RejectedRecord rejected) {
      String where = rejected.where();
      return where.startsWith(file.name())
          ? rejected
          : new RejectedRecord(rejected.source(), file.name() + "!" + where, rejected.why());
    }

    private void unclaimed(FeedEntry entry) {
      Optional<String> companion = NotAFeed.companion(entry.path());
      if (companion.isPresent() || entry.head().length == 0) {
        FeedCompiler.this.passOver(
            file.name(),
            PassedOver.Kind.NOT_A_FEED,
            companion.orElse("an empty document"),
            entry.path());
        return;
      }
      Optional<LaterFeed> later = LaterFeed.of(entry.head());
      FeedCompiler.this.passOver(
          file.name(),
          later.isPresent() ? PassedOver.Kind.NOT_READ : PassedOver.Kind.UNRECOGNISED,
          later.map(LaterFeed::title).orElse("no importer recognises it"),
          entry.path());
    }

    @Override
    public void unreadable(String where, String why) {
      if (last != null) {
        accept(last, new RejectedRecord(last.source(), where, why));
      } else {
        reject(placed(new RejectedRecord(NO_SOURCE, where, why)));
      }
    }
  }

  private SourceTally tally(FeedImporter importer, SourceId source) {
    return tallies.computeIfAbsent(source, id -> new SourceTally(id, title(importer, id)));
  }

  private String title(FeedImporter importer, SourceId source) {
    if (importer.source().equals(source)) {
      return importer.title();
    }
    return importers.stream()
        .filter(other -> other.source().equals(source))
        .map(FeedImporter::title)
        .findFirst()
        .orElse(source.value());
  }

  private void passOver(String file, PassedOver.Kind kind, String what, String example) {
    passedOver.merge(
        List.of(file, what),
        new PassedOver(file, kind, what, 1, example),
        (known, more) -> new PassedOver(file, kind, what, known.count() + 1, known.example()));
  }

  private void reject(RejectedRecord rejected) {
    unattributed.add(rejected);
    sink.accept(NO_SOURCE, rejected);
  }
}
