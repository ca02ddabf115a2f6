package dev.assay.feeds.archive;

import dev.assay.feeds.archive.CutOffException.Scope;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Keeps count of what comes out of files, and stops it at the limits. One instance for a whole
/// build.
final class Expansion {
  private final ArchiveLimits limits;
  private long entries;
  private long total;
  private long fileIn;
  private long fileOut;

  Expansion(ArchiveLimits limits) {
    this.limits = limits;
  }

  /// The bytes of a file as it lies on disk; the ratio is measured against them.
  InputStream packed(InputStream file) {
    fileIn = 0;
    fileOut = 0;
    return new Counted(file) {
      @Override
      void count(int bytes) {
        fileIn += bytes;
      }
    };
  }

  /// The bytes that a compression or an archive gives out.
  InputStream unpacked(InputStream layer) {
    return new Counted(layer) {
      @Override
      void count(int bytes) throws IOException {
        grow(bytes);
      }
    };
  }

  /// The bytes of one document.
  InputStream document(InputStream document) throws CutOffException {
    entries++;
    if (entries > limits.entries()) {
      throw new CutOffException(
          Scope.EVERYTHING, "more than " + limits.entries() + " documents; the rest is not read");
    }
    return new Counted(document) {
      private long size;

      @Override
      void count(int bytes) throws IOException {
        size += bytes;
        if (size > limits.entryBytes()) {
          throw new CutOffException(
              Scope.DOCUMENT, "the document is larger than " + limits.entryBytes() + " bytes");
        }
      }
    };
  }

  private void grow(int bytes) throws CutOffException {
    total += bytes;
    fileOut += bytes;
    if (total > limits.totalBytes()) {
      throw new CutOffException(
          Scope.EVERYTHING,
          "more than " + limits.totalBytes() + " bytes unpacked; the rest is not read");
    }
    if (fileOut > limits.ratioFrom() && fileOut > fileIn * limits.ratio()) {
      throw new CutOffException(
          Scope.FILE,
          "unpacks to more than "
              + limits.ratio()
              + " times its size, as archives made to harm do; the rest is not read");
    }
  }

  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream input) {
      super(input);
    }

    abstract void count(int bytes) throws IOException;

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0) {
        count(1);
      }
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      // read, so that it is counted
      byte[] waste = new byte[(int) Math.min(8192, Math.max(0, wanted))];
      long skipped = 0;
      while (skipped < wanted) {
        int read = read(waste, 0, (int) Math.min(waste.length, wanted - skipped));
        if (read < 0) {
          break;
        }
        skipped += read;
      }
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
