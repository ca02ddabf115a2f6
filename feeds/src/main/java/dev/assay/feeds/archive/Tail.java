package dev.assay.feeds.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Remembers the last bytes that were read, to see whether an archive ends as it should: a tar by
/// a record of zeros, a zip by its end-of-central-directory record.
final class Tail extends FilterInputStream {
  private static final int TAR_RECORD = 512;

  /// The end record of a zip, and the longest comment after it.
  private static final int KEPT = 22 + 65_535;

  private final byte[] ring = new byte[KEPT];
  private long length;

  Tail(InputStream input) {
    super(input);
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      ring[(int) (length++ % KEPT)] = (byte) octet;
    }
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    for (int kept = Math.max(0, read - KEPT); kept < read; ) {
      int at = (int) ((length + kept) % KEPT);
      int run = Math.min(read - kept, KEPT - at);
      System.arraycopy(buffer, offset + kept, ring, at, run);
      kept += run;
    }
    length += Math.max(0, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long length() {
    return length;
  }

  /// Reads what is left, then says whether the last record is all zeros.
  boolean endsAsTar() throws IOException {
    drain();
    if (length < TAR_RECORD) {
      return false;
    }
    for (int back = 1; back <= TAR_RECORD; back++) {
      if (fromEnd(back) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads what is left, then looks for the end record.
  boolean endsAsZip() throws IOException {
    drain();
    for (int back = 22; back <= Math.min(length, KEPT); back++) {
      if (fromEnd(back) == 'P'
          && fromEnd(back - 1) == 'K'
          && fromEnd(back - 2) == 5
          && fromEnd(back - 3) == 6) {
        return true;
      }
    }
    return false;
  }

  private byte fromEnd(int back) {
    return ring[(int) ((length - back) % KEPT)];
  }

  private void drain() throws IOException {
    byte[] waste = new byte[8192];
    while (read(waste, 0, waste.length) >= 0) {
      // only to see the end
    }
  }
}
