package dev.assay.assessment.identity;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Characters drawn evenly from an alphabet.
final class RandomText {
  private RandomText() {}

  static String of(String alphabet, int length, RandomGenerator random) {
    return random
        .ints(length, 0, alphabet.length())
        .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
        .collect(Collectors.joining());
  }
}
