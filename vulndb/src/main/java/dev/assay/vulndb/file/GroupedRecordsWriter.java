package dev.assay.vulndb.file;

import java.io.IOException;
import java.util.zip.Deflater;

/// Lays out {@link GroupedRecords}.
public final class GroupedRecordsWriter implements AutoCloseable {
  private static final int GROUP_LENGTH = 1 << 15;

  private final DatabaseOutput.Sink content;
  private final Encoder directory = new Encoder();
  private final Encoder group = new Encoder();
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] compressed = new byte[1 << 16];
  private long position;
  private int count;
  private int groupFirst;

  /// Over a sink that takes the compressed groups.
  public GroupedRecordsWriter(DatabaseOutput.Sink content) {
    this.content = content;
  }

  /// Adds the next record.
  public void add(Encoder record) throws IOException {
    if (group.length() > 0 && group.length() + record.length() > GROUP_LENGTH) {
      endGroup();
    }
    group.number(record.length()).append(record);
    if (group.length() > GroupedRecords.LONGEST_GROUP) {
      throw new IllegalArgumentException("A record of " + record.length() + " bytes");
    }
    count++;
  }

  /// Ends the last group and returns the directory.
  public Encoder finish() throws IOException {
    if (group.length() > 0) {
      endGroup();
    }
    return directory;
  }

  @Override
  public void close() {
    deflater.end();
  }

  private void endGroup() throws IOException {
    deflater.reset();
    deflater.setInput(group.buffer(), 0, group.length());
    deflater.finish();
    long start = position;
    while (!deflater.finished()) {
      int length = deflater.deflate(compressed);
      content.write(compressed, 0, length);
      position += length;
    }
    if (position > 0xffff_ffffL) {
      throw new IllegalStateException("More than 4 GiB of texts");
    }
    directory.fixed(groupFirst, 4).fixed(group.length(), 4).fixed(start, 4);
    directory.fixed(position - start, 4);
    group.clear();
    groupFirst = count;
  }
}
