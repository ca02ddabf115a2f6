package dev.assay.feeds.documents;

import dev.assay.feeds.FeedEntry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A document in memory.
@SuppressWarnings("ArrayRecordComponent")
public record Document(String path, byte[] content) implements FeedEntry {
  private static final int HEAD = 8192;

  public static Document of(String text) {
    return of("feed/document", text);
  }

  public static Document of(String path, String text) {
    return new Document(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(content, Math.min(content.length, HEAD));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }
}
