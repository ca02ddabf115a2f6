package dev.assay.server.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The name of the file, or directory, that a part of a stranger's key stands for. Different parts
/// have different names, and none leads anywhere: `..` is written `%2E%2E`, nothing at all `%`.
final class FileName {
  private static final int LONGEST = 200;
  private static final int KEPT = 100;

  private FileName() {}

  static String of(String part) {
    if (part.isEmpty()) {
      return "%";
    }
    boolean dots = part.chars().allMatch(c -> c == '.');
    StringBuilder name = new StringBuilder(part.length() + 8);
    for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (isPlain(c) && !(dots && c == '.')) {
        name.append(c);
      } else {
        name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return name.length() <= LONGEST ? name.toString() : name.substring(0, KEPT) + "%" + hash(part);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._=@+-".indexOf(c) >= 0;
  }

  private static String hash(String part) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
