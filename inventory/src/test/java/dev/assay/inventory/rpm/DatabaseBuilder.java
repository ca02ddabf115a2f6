package dev.assay.inventory.rpm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.Adler32;

/// Writes rpm databases of all three forms from header blobs; the first has instance 1.
final class DatabaseBuilder {
  private static final int BERKELEY_HEADER = 26;

  private DatabaseBuilder() {}

  static List<byte[]> typicalHeaders(int count, RandomGenerator random) {
    List<byte[]> headers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      headers.add(HeaderBuilder.typical(i, random));
    }
    return headers;
  }

  static byte[] ndb(List<byte[]> headers) {
    int slotPages = (headers.size() + 2) / 256 + 1;
    ByteArrayOutputStream blobs = new ByteArrayOutputStream();
    ByteBuffer slots = littleEndian(slotPages * 4096);
    slots.put("RpmP".getBytes(StandardCharsets.US_ASCII));
    slots.putInt(0).putInt(1).putInt(slotPages).putInt(headers.size() + 1).position(32);
    for (int i = 0; i < headers.size(); i++) {
      byte[] blob = ndbBlob(i + 1, headers.get(i));
      int firstBlock = slotPages * 256 + blobs.size() / 16;
      putSlot(slots, i + 1, firstBlock, blob.length / 16);
      blobs.writeBytes(blob);
    }
    while (slots.hasRemaining()) {
      putSlot(slots, 0, 0, 0);
    }
    return ByteBuffer.allocate(slots.capacity() + blobs.size())
        .put(slots.rewind())
        .put(blobs.toByteArray())
        .array();
  }

  private static void putSlot(ByteBuffer slots, int instance, int firstBlock, int blocks) {
    slots.put("Slot".getBytes(StandardCharsets.US_ASCII));
    slots.putInt(instance).putInt(firstBlock).putInt(blocks);
  }

  private static byte[] ndbBlob(int instance, byte[] header) {
    int length = (16 + header.length + 12 + 15) / 16 * 16;
    ByteBuffer blob = littleEndian(length);
    blob.put("BlbS".getBytes(StandardCharsets.US_ASCII));
    blob.putInt(instance).putInt(0).putInt(header.length).put(header).position(length - 12);
    Adler32 checksum = new Adler32();
    checksum.update(blob.slice(0, length - 12));
    blob.putInt((int) checksum.getValue()).putInt(header.length);
    blob.put("BlbE".getBytes(StandardCharsets.US_ASCII));
    return bytes(blob);
  }

  /// A hash file of one bucket, whose pages are one chain: unusual, but sound.
  static byte[] berkeley(List<byte[]> headers, ByteOrder order, int pageLength) {
    BerkeleyPages pages = new BerkeleyPages(order, pageLength);
    pages.addItem(0, bytes(littleEndian(4).putInt(headers.size())));
    for (int i = 0; i < headers.size(); i++) {
      pages.addItem(i + 1, headers.get(i));
    }
    return pages.build();
  }

  /// Pages 0 (metadata), 1 (the bucket), and what follows.
  private static final class BerkeleyPages {
    private final ByteOrder order;
    private final int pageLength;
    private final List<ByteBuffer> pages = new ArrayList<>();
    private ByteBuffer bucket;
    private int items;
    private int end;

    BerkeleyPages(ByteOrder order, int pageLength) {
      this.order = order;
      this.pageLength = pageLength;
      newPage(8);
      this.bucket = newPage(13);
      this.end = pageLength;
    }

    void addItem(int instance, byte[] value) {
      boolean overflows = value.length > pageLength / 4;
      int room = 5 + (overflows ? 12 : value.length + 1) + 4;
      if (end - (BERKELEY_HEADER + 2 * items) < room) {
        ByteBuffer full = bucket;
        bucket = newPage(13);
        full.putInt(16, bucket.getInt(8));
        bucket.putInt(12, full.getInt(8));
        items = 0;
        end = pageLength;
      }
      end -= 5;
      bucket.put(end, (byte) 1).putInt(end + 1, instance);
      bucket.putShort(BERKELEY_HEADER + 2 * items++, (short) end);
      if (overflows) {
        end -= 12;
        bucket.put(end, (byte) 3).putInt(end + 4, overflow(value)).putInt(end + 8, value.length);
      } else {
        end -= value.length + 1;
        bucket.put(end, (byte) 1).put(end + 1, value);
      }
      bucket.putShort(BERKELEY_HEADER + 2 * items++, (short) end);
      bucket.putShort(20, (short) items).putShort(22, (short) end);
    }

    private int overflow(byte[] value) {
      int part = pageLength - BERKELEY_HEADER;
      int first = pages.size();
      for (int at = 0; at < value.length; at += part) {
        ByteBuffer page = newPage(7);
        int length = Math.min(part, value.length - at);
        page.putShort(20, (short) 1).putShort(22, (short) length);
        page.put(BERKELEY_HEADER, value, at, length);
        if (at > 0) {
          page.putInt(12, pages.size() - 2);
        }
        if (at + part < value.length) {
          page.putInt(16, pages.size());
        }
      }
      return first;
    }

    private ByteBuffer newPage(int kind) {
      ByteBuffer page = ByteBuffer.allocate(pageLength).order(order);
      page.putInt(8, pages.size()).put(25, (byte) kind);
      pages.add(page);
      return page;
    }

    byte[] build() {
      ByteBuffer metadata = pages.getFirst();
      metadata.putInt(12, 0x061561).putInt(16, 9).putInt(20, pageLength);
      metadata.putInt(32, pages.size() - 1);
      metadata.putInt(76, 1).putInt(96, 1); // high mask; the first bucket's page
      ByteBuffer file = ByteBuffer.allocate(pages.size() * pageLength);
      pages.forEach(page -> file.put(page.rewind()));
      return file.array();
    }
  }

  static byte[] sqlite(List<byte[]> headers, Path directory) throws IOException, SQLException {
    Path file = Files.createTempDirectory(directory, "sqlite").resolve("rpmdb.sqlite");
    try (Connection connection = connect(file)) {
      createPackages(connection);
      insert(connection, headers);
    }
    return Files.readAllBytes(file);
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static void createPackages(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)");
    }
  }

  static void insert(Connection connection, List<byte[]> headers) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO Packages(blob) VALUES (?)")) {
      for (byte[] header : headers) {
        statement.setBytes(1, header);
        statement.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
