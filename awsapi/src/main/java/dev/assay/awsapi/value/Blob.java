package dev.assay.awsapi.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change, equal to bytes that are the same.
public final class Blob {
  private final byte[] bytes;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes.
  public static Blob of(byte[] bytes) {
    return new Blob(bytes.clone());
  }

  /// The text in UTF-8.
  public static Blob utf8(String text) {
    return new Blob(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many bytes there are.
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Blob[" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16)) + "]";
  }
}
