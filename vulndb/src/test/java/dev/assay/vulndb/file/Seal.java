package dev.assay.vulndb.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// Makes all checksums of a changed database right again, so that the reader must find the damage
/// by itself.
public final class Seal {
  private Seal() {}

  /// Mends a copy of a file whose lengths are still true.
  public static byte[] mend(byte[] file) {
    byte[] mended = file.clone();
    ByteBuffer bytes = ByteBuffer.wrap(mended).order(ByteOrder.LITTLE_ENDIAN);
    int bodyLength = (int) bytes.getLong(FileFormat.BODY_LENGTH_AT);
    int table = FileFormat.HEADER_LENGTH + bodyLength;
    int chunks = (int) FileFormat.chunks(bodyLength);
    for (int chunk = 0; chunk < chunks; chunk++) {
      int start = chunk * FileFormat.CHUNK_LENGTH;
      int length = Math.min(FileFormat.CHUNK_LENGTH, bodyLength - start);
      bytes.putInt(table + 4 * chunk, checksum(mended, FileFormat.HEADER_LENGTH + start, length));
    }
    bytes.putInt(FileFormat.CHUNK_TABLE_CHECKSUM_AT, checksum(mended, table, 4 * chunks));
    return mendHeader(mended);
  }

  /// Mends the checksum of the header only.
  public static byte[] mendHeader(byte[] file) {
    byte[] mended = file.clone();
    ByteBuffer.wrap(mended)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(FileFormat.HEADER_CHECKSUM_AT, checksum(mended, 0, FileFormat.HEADER_CHECKSUM_AT));
    return mended;
  }

  /// Where the body starts.
  public static int bodyStart() {
    return FileFormat.HEADER_LENGTH;
  }

  /// Where the body ends.
  public static int bodyEnd(byte[] file) {
    return FileFormat.HEADER_LENGTH
        + (int)
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(FileFormat.BODY_LENGTH_AT);
  }

  private static int checksum(byte[] bytes, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }
}
