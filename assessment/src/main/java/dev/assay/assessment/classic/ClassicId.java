package dev.assay.assessment.classic;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The last part of a Classic ARN: `0-` and eight base62 characters.
public record ClassicId(String value) {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 8;
  private static final Pattern FORM = Pattern.compile("0-[0-9A-Za-z]{8}");

  public ClassicId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A Classic id is 0- and eight characters, not: " + value);
    }
  }

  /// One of 2·10¹⁴; that it is new is the store's to check.
  public static ClassicId random(RandomGenerator random) {
    StringBuilder id = new StringBuilder("0-");
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return new ClassicId(id.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
