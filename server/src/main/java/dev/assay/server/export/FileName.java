package dev.assay.server.export;

import dev.assay.assessment.digest.Sha256;
import java.nio.charset.StandardCharsets;
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
    return name.length() <= LONGEST
        ? name.toString()
        : name.substring(0, KEPT) + "%" + Sha256.hex(part);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._=@+-".indexOf(c) >= 0;
  }
}
