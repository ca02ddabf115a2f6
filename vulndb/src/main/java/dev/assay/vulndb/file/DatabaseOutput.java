package dev.assay.vulndb.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// Writes the body of a database, section by section, and what follows from it. The header can
/// be made only when the body is complete, so it is returned at the end, to be put in front.
public final class DatabaseOutput {
  private final OutputStream body;
  private final Map<Section, Header.Extent> sections = new EnumMap<>(Section.class);
  private final Encoder chunkTable = new Encoder();
  private final CRC32C chunk = new CRC32C();
  private int chunkLength;
  private long length;

  /// Over a stream that takes the bytes behind the header.
  public DatabaseOutput(OutputStream body) {
    this.body = body;
  }

  /// The length that the header will have.
  public static int headerLength() {
    return FileFormat.HEADER_LENGTH;
  }

  /// Writes a section of which the pieces come one by one.
  public void section(Section section, Content content) throws IOException {
    long start = length;
    content.writeTo(this::write);
    if (sections.put(section, new Header.Extent(start, length - start)) != null) {
      throw new IllegalStateException("Written twice: " + section);
    }
  }

  public void section(Section section, Encoder content) throws IOException {
    section(section, sink -> sink.write(content.buffer(), 0, content.length()));
  }

  /// Ends the body and returns the header.
  public byte[] finish() throws IOException {
    if (chunkLength > 0) {
      endChunk();
    }
    body.write(chunkTable.buffer(), 0, chunkTable.length());
    chunk.update(chunkTable.buffer(), 0, chunkTable.length());
    return new Header(length, (int) chunk.getValue(), sections).toBytes();
  }

  private void write(byte[] bytes, int start, int count) throws IOException {
    body.write(bytes, start, count);
    length += count;
    for (int done = 0; done < count; ) {
      int part = Math.min(count - done, FileFormat.CHUNK_LENGTH - chunkLength);
      chunk.update(bytes, start + done, part);
      chunkLength += part;
      done += part;
      if (chunkLength == FileFormat.CHUNK_LENGTH) {
        endChunk();
      }
    }
  }

  private void endChunk() {
    chunkTable.fixed(chunk.getValue(), 4);
    chunk.reset();
    chunkLength = 0;
  }

  /// Produces a section.
  @FunctionalInterface
  public interface Content {
    void writeTo(Sink sink) throws IOException;
  }

  /// Takes the bytes of a section.
  @FunctionalInterface
  public interface Sink {
    void write(byte[] bytes, int start, int count) throws IOException;
  }
}
