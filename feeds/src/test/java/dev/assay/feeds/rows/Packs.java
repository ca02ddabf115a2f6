package dev.assay.feeds.rows;

import com.github.luben.zstd.ZstdInputStream;
import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.SharedAdvisories;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The data packs that lie beside a checkout; tests that want them are skipped where they are
/// absent.
public final class Packs {
  private Packs() {}

  /// What an importer makes of a pack.
  public static Imported importAll(String pack, FeedImporter importer) {
    Imported imported = new Imported();
    each(
        pack,
        entry -> {
          imported.documents++;
          if (importer.recognises(entry)) {
            try {
              importer.read(entry, imported::add);
            } catch (IOException unreadable) {
              throw new UncheckedIOException(entry.path(), unreadable);
            }
          } else {
            imported.unrecognised.add(entry.path());
          }
        });
    return imported;
  }

  /// Every document of a pack, a `.tar.zst` or one document in a `.zst`.
  public static void each(String pack, Consumer<FeedEntry> sink) {
    Path file = SharedAdvisories.path(pack);
    try (InputStream packed =
        new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!pack.endsWith(".tar.zst")) {
        sink.accept(new TestEntry(pack, packed.readAllBytes()));
        return;
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(packed);
      for (TarArchiveEntry member = tar.getNextEntry();
          member != null;
          member = tar.getNextEntry()) {
        if (member.isFile()) {
          sink.accept(new TestEntry(member.getName(), tar.readAllBytes()));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The native samples whose path contains `part`, with gzip undone.
  public static List<TestEntry> samples(String part) {
    List<TestEntry> samples = new ArrayList<>();
    each(
        "samples/native-feed-samples.tar.zst",
        entry -> {
          if (entry.path().contains(part)) {
            samples.add(unpacked(entry));
          }
        });
    return samples;
  }

  private static TestEntry unpacked(FeedEntry entry) {
    String path = entry.path();
    try (InputStream plain = entry.open()) {
      return path.endsWith(".gz")
          ? new TestEntry(
              path.substring(0, path.length() - 3), new GZIPInputStream(plain).readAllBytes())
          : new TestEntry(path, plain.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }

  /// The records of a pack.
  public static final class Imported {
    public long documents;
    public final List<FeedRecord> records = new ArrayList<>();
    public final List<RejectedRecord> rejected = new ArrayList<>();
    public final List<String> unrecognised = new ArrayList<>();

    private void add(FeedRecord record) {
      if (record instanceof RejectedRecord rejection) {
        rejected.add(rejection);
      } else {
        records.add(record);
      }
    }

    public <T extends FeedRecord> List<T> of(Class<T> kind) {
      return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }
}
