package dev.assay.feeds.archive;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// What can lie around documents, recognised by its first bytes.
enum Layer {
  ZSTD,
  GZIP,
  XZ,
  BZIP2,
  TAR,
  ZIP,
  NONE;

  private static final int XZ_MEMORY_KIB = 128 * 1024;
  private static final int TAR_RECORD = 512;
  private static final int TAR_MAGIC = 257;
  private static final int TAR_CHECKSUM = 148;

  static Layer of(Peeked input) {
    if (input.startsWith(0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    if (input.startsWith(0x1f, 0x8b, 8)) {
      return GZIP;
    }
    if (input.startsWith(0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (input.startsWith('B', 'Z', 'h') && input.has(4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)) {
      return BZIP2;
    }
    if (input.startsWith('P', 'K', 3, 4) || input.startsWith('P', 'K', 5, 6)) {
      return ZIP;
    }
    return isTar(input) ? TAR : NONE;
  }

  private static boolean isTar(Peeked input) {
    if (input.head().length < TAR_RECORD) {
      return false;
    }
    return input.has(TAR_MAGIC, 'u', 's', 't', 'a', 'r') || isOldTar(input.head());
  }

  /// A tar of before POSIX has no magic, only a checksum over its header: the sum of its bytes in
  /// octal, counted as if the field itself were blank.
  private static boolean isOldTar(byte[] head) {
    int stated = 0;
    int sum = 0;
    for (int i = 0; i < TAR_RECORD; i++) {
      boolean field = i >= TAR_CHECKSUM && i < TAR_CHECKSUM + 8;
      int octet = head[i] & 0xff;
      sum += field ? ' ' : octet;
      if (field && octet >= '0' && octet <= '7') {
        stated = stated * 8 + octet - '0';
      } else if (field && octet != ' ' && octet != 0) {
        return false;
      }
    }
    return stated == sum && head[0] != 0;
  }

  boolean isArchive() {
    return this == TAR || this == ZIP;
  }

  /// The content of a compression.
  InputStream decompress(InputStream packed) throws IOException {
    return switch (this) {
      case ZSTD -> new ZstdInputStream(packed);
      case GZIP -> new GZIPInputStream(packed, 1 << 16);
      case XZ -> new XZInputStream(packed, XZ_MEMORY_KIB);
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case TAR, ZIP, NONE -> throw new IllegalArgumentException(this + " is no compression");
    };
  }
}
