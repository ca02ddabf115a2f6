package dev.assay.assessment.identity;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The public half of an access key, of the form that AWS clients expect: 20 characters, ours
/// beginning with `ASAY` so that nobody takes one for a key of AWS.
public record AccessKeyId(String value) implements Comparable<AccessKeyId> {
  private static final String PREFIX = "ASAY";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int RANDOM_CHARACTERS = 16;
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Z2-7]{16}");

  public AccessKeyId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("Not an access key id of Assay: " + value);
    }
  }

  /// Whether the words of a stranger could be one.
  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  static AccessKeyId generate(RandomGenerator random) {
    return new AccessKeyId(PREFIX + RandomText.of(ALPHABET, RANDOM_CHARACTERS, random));
  }

  @Override
  public int compareTo(AccessKeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
