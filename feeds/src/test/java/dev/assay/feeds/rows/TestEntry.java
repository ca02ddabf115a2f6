package dev.assay.feeds.rows;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A document in memory.
public final class TestEntry implements FeedEntry {
  private static final int HEAD = 8192;

  private final String path;
  private final byte[] bytes;

  public TestEntry(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  public static TestEntry of(String path, String text) {
    return new TestEntry(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /// What an importer makes of it, which must recognise it.
  public List<FeedRecord> readBy(FeedImporter importer) {
    if (!importer.recognises(this)) {
      throw new AssertionError(importer.title() + " does not recognise " + path);
    }
    List<FeedRecord> records = new ArrayList<>();
    try {
      importer.read(this, records::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return records;
  }

  /// What an importer makes of it, which must be records of one kind and no rejections.
  public <T extends FeedRecord> List<T> readBy(FeedImporter importer, Class<T> kind) {
    return readBy(importer).stream()
        .map(
            record -> {
              if (record instanceof RejectedRecord rejected) {
                throw new AssertionError(rejected);
              }
              return kind.cast(record);
            })
        .toList();
  }
}
