package dev.assay.inventory.rpm;

/// An array for one thing after the other: thousands of headers need no memory of their own.
final class ReusedArray {
  private static final int LEAST_LENGTH = 1 << 16;

  private byte[] array = new byte[0];

  /// An array of `length` bytes or more, whose content is arbitrary; the one given before is no
  /// longer to be used.
  byte[] atLeast(int length) {
    if (array.length < length) {
      array = new byte[Math.max(LEAST_LENGTH, Math.max(length, array.length + array.length / 2))];
    }
    return array;
  }
}
