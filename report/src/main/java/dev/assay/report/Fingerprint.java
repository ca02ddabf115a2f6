package dev.assay.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// Names that depend on content alone, so that the same input gives the same report.
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// Each part counts with its length, so that parts cannot run into one another.
  static Fingerprint of(String... parts) {
    Fingerprint fingerprint = new Fingerprint();
    for (String part : parts) {
      fingerprint.add(part);
    }
    return fingerprint;
  }

  Fingerprint add(String part) {
    byte[] octets = part.getBytes(StandardCharsets.UTF_8);
    digest.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(octets);
    return this;
  }

  /// 32 hexadecimal digits.
  String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /// A version 8 (custom) UUID of RFC 9562.
  String uuid() {
    byte[] hash = digest.digest();
    long most = (bits(hash, 0) & ~0xF000L) | 0x8000L;
    long least = (bits(hash, 8) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  private static long bits(byte[] hash, int from) {
    long bits = 0;
    for (int i = from; i < from + 8; i++) {
      bits = bits << 8 | (hash[i] & 0xff);
    }
    return bits;
  }

  /// The hash source of a Content-Security-Policy: `sha256-…` over the text itself.
  static String policyHash(String text) {
    byte[] hash = new Fingerprint().digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
