package dev.assay.feeds.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The checksums of a file's bytes.
///
/// @param crc32c as Google's storage writes it
record Digests(String sha256, String crc32c) {
  private static final Pattern STATED_CRC = Pattern.compile("crc32c=([A-Za-z0-9+/]{6}==)");

  static Digests of(Path file) throws IOException {
    MessageDigest sha256 = newSha256();
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[1 << 16];
    try (InputStream input = Files.newInputStream(file)) {
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        sha256.update(buffer, 0, count);
        crc.update(buffer, 0, count);
      }
    }
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return new Digests(
        HexFormat.of().formatHex(sha256.digest()), Base64.getEncoder().encodeToString(bytes));
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /// The CRC-32C that an answer states of the file's bytes as they are stored; empty where it
  /// states none or the bytes were sent in another encoding.
  static Optional<String> statedCrc(Transport.Answer answer) {
    boolean asStored =
        answer
            .header("x-goog-stored-content-encoding")
            .filter(e -> !e.equals("identity"))
            .isEmpty();
    return answer
        .header("x-goog-hash")
        .filter(hash -> asStored)
        .map(STATED_CRC::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }
}
