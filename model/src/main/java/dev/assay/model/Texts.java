package dev.assay.model;

/// The checks on text that the values of this package share.
final class Texts {
  private Texts() {}

  static void requireNonBlank(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A " + what + " must not be blank");
    }
  }
}
