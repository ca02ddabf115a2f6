package dev.assay.feeds;

import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.feeds.archive.Unpacker;
import dev.assay.model.SourceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads feed files of any kind: finds the documents in them, recognises each by its content, and
/// gives its records to a sink. Nothing that is wrong with a file ends the build; it is rejected
/// to the sink and counted in the {@link FeedReport}. For one build; not for several threads.
public final class FeedCompiler {
  private final List<FeedImporter> importers;
  private final Unpacker unpacker;
  private final CompilationLog log;

  public FeedCompiler(List<FeedImporter> importers, ArchiveLimits limits, FeedSink sink) {
    this.importers = List.copyOf(importers);
    this.unpacker = new Unpacker(limits);
    Map<SourceId, String> titles =
        importers.stream()
            .collect(
                Collectors.toMap(FeedImporter::source, FeedImporter::title, (first, _) -> first));
    Function<SourceId, String> title = source -> titles.getOrDefault(source, source.value());
    this.log = new CompilationLog(sink, title);
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
                log.passOver(name, FeedReport.PassedOver.Kind.NOT_A_FEED, why, name);
              }

              @Override
              public void rejected(String name, String why) {
                log.reject(name, why);
              }
            })
        .list(inputs);
    files.forEach(this::read);
    importers.forEach(log::leftOut);
    return log.report();
  }

  private void read(FeedFile file) {
    FeedFileReading reading = new FeedFileReading(file, importers, log);
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
      unpacker.unpack(file.name(), input, reading);
    } catch (IOException unreadable) {
      reading.unreadable(file.name(), "cannot be read: " + unreadable);
    }
  }
}
