package dev.assay.assessment.identity;

import java.util.random.RandomGenerator;

/// The secret half of an access key: 40 characters. It shows itself only to who asks for `reveal`.
public final class SecretKey {
  /// No `/` and no `+`: people select it with a double click and put it in URLs.
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final int CHARACTERS = 40;

  private final String characters;

  public SecretKey(String characters) {
    this.characters = characters;
  }

  static SecretKey generate(RandomGenerator random) {
    return new SecretKey(RandomText.of(ALPHABET, CHARACTERS, random));
  }

  public String reveal() {
    return characters;
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
