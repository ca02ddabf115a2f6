package dev.assay.feeds.archive;

import dev.assay.feeds.FeedEntry;
import java.io.InputStream;

/// A document that streams out of whatever lies around it.
final class StreamedEntry implements FeedEntry {
  private final String path;
  private final byte[] head;
  private final InputStream content;

  StreamedEntry(String path, byte[] head, InputStream content) {
    this.path = path;
    this.head = head;
    this.content = content;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public byte[] head() {
    return head;
  }

  @Override
  public InputStream open() {
    return content;
  }
}
