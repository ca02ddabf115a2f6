package dev.assay.agent.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A part as a file: a line with the format's name and the SHA-256 of the rest, then the rest,
/// packed. What was cut off or changed is told by the hash.
final class SpoolFile {
  private static final String FORMAT = "assay-spool-1 ";
  private static final int HASH = 64;
  private static final int HEAD = FORMAT.length() + HASH + 1;

  private SpoolFile() {}

  static byte[] write(Part part) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(packed))) {
      out.writeUTF(part.collector());
      out.writeUTF(part.collectedAt().toString());
      out.writeInt(part.content().length);
      out.write(part.content());
    }
    byte[] rest = packed.toByteArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream(HEAD + rest.length);
    file.writeBytes((FORMAT + Sha256.hex(rest) + "\n").getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(rest);
    return file.toByteArray();
  }

  /// Reads one.
  ///
  /// @throws IOException where it is not whole
  static Part read(byte[] file) throws IOException {
    if (file.length < HEAD) {
      throw new IOException("it ends too early");
    }
    byte[] rest = Arrays.copyOfRange(file, HEAD, file.length);
    String head = new String(file, 0, HEAD, StandardCharsets.US_ASCII);
    if (!head.equals(FORMAT + Sha256.hex(rest) + "\n")) {
      throw new IOException("its checksum is wrong");
    }
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(rest)))) {
      String collector = in.readUTF();
      Instant collectedAt = Instant.parse(in.readUTF());
      byte[] content = in.readNBytes(in.readInt());
      return Part.of(collector, collectedAt, content);
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw new IOException("it is no part", malformed);
    }
  }
}
