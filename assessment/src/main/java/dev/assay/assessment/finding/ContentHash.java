package dev.assay.assessment.finding;

import java.util.regex.Pattern;

/// SHA-256 of something's canonical bytes, in hexadecimal: equal hashes stand for equal things.
public record ContentHash(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public ContentHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("A SHA-256 hash is 64 hexadecimal digits, not: " + hex);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
