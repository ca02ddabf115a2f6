package dev.assay.feeds.download;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.rows.CsvRows;
import dev.assay.feeds.rows.CsvRows.ShortRows;
import dev.assay.feeds.rows.Row;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// Tests that a file has arrived whole, so that a cut or foreign one (the page of a captive
/// portal) never replaces a good one.
final class Integrity {
  private static final long LARGEST_INFLATED = 16L << 30;
  private static final int XZ_MEMORY_KIB = 256 << 10;

  private Integrity() {}

  /// Why the file is not what its form promises; null where it is.
  static @Nullable String defect(Path file, FileForm form) {
    try {
      test(file, form);
      return null;
    } catch (IOException | MalformedRecordException broken) {
      return "not a whole " + form + " file: " + broken.getMessage();
    }
  }

  private static void test(Path file, FileForm form) throws IOException {
    switch (form) {
      case JSON -> stream(file, Integrity::json);
      case CSV -> csv(file);
      case GZIP -> stream(file, input -> drain(new GZIPInputStream(input), LARGEST_INFLATED));
      case ZIP -> zip(file);
      case XZ ->
          stream(file, input -> drain(new XZInputStream(input, XZ_MEMORY_KIB), LARGEST_INFLATED));
    }
  }

  @FunctionalInterface
  private interface Reading {
    void of(InputStream input) throws IOException;
  }

  private static void stream(Path file, Reading reading) throws IOException {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reading.of(input);
    }
  }

  private static void json(InputStream input) throws IOException {
    JsonReader.stream(
        input,
        parser -> {
          if (parser.nextToken() == null) {
            throw new MalformedRecordException("it is empty");
          }
          parser.skipChildren();
          if (parser.nextToken() != null) {
            throw new MalformedRecordException("something follows the document");
          }
        });
  }

  /// Fields may be left out at a row's end, which only a line end tells from a cut.
  private static void csv(Path file) throws IOException {
    byte[] ends = firstAndLastByte(file);
    if (ends[0] == '<') {
      throw new MalformedRecordException("it is a page");
    }
    ShortRows shortRows = ends[1] == '\n' ? ShortRows.PADDED : ShortRows.DEFECTIVE;
    Row[] last = new Row[1];
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      CsvRows.read(input, shortRows, row -> last[0] = row);
    }
    if (last[0] == null) {
      throw new MalformedRecordException("it has no rows");
    }
    if (last[0].defect() != null) {
      throw new MalformedRecordException("its last row is cut: " + last[0].defect());
    }
  }

  private static byte[] firstAndLastByte(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() == 0) {
        throw new MalformedRecordException("it is empty");
      }
      ByteBuffer ends = ByteBuffer.allocate(2);
      channel.read(ends.limit(1));
      channel.position(channel.size() - 1).read(ends.limit(2));
      return ends.array();
    }
  }

  private static void zip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      long left = LARGEST_INFLATED;
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (CheckedInputStream content =
            new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
          left -= drain(content, left);
          if (entry.getCrc() >= 0 && entry.getCrc() != content.getChecksum().getValue()) {
            throw new IOException("the checksum of " + entry.getName() + " does not hold");
          }
        }
      }
    }
  }

  private static long drain(InputStream input, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
      total += count;
      if (total > most) {
        throw new IOException("it unpacks to more than " + LARGEST_INFLATED + " bytes");
      }
    }
    return total;
  }
}
