package dev.assay.vulndb.build;

import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each distinct sequence of bytes a number, from 0 in the order they come. All bytes lie in
/// large arrays one after another, so that a million short entries cost little more than their
/// bytes.
final class Dictionary {
  private static final int CHUNK = 1 << 20;

  private final List<byte[]> chunks = new ArrayList<>();
  private final IntColumn chunkOf = new IntColumn();
  private final IntColumn startOf = new IntColumn();
  private final IntColumn lengthOf = new IntColumn();
  private final IntColumn hashes = new IntColumn();
  private int[] slots = new int[1 << 10];
  private int lastUsed = CHUNK;

  int size() {
    return hashes.size();
  }

  int numberOf(Encoder content) {
    return numberOf(content.buffer(), content.length());
  }

  int numberOf(byte[] content, int length) {
    int hash = hash(content, length);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes.get(number) == hash && has(number, content, length)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int number = size();
    slots[slot] = number + 1;
    store(content, length);
    hashes.add(hash);
    if (size() * 2L > slots.length) {
      grow();
    }
    return number;
  }

  byte[] bytes(int number) {
    int start = startOf.get(number);
    return Arrays.copyOfRange(chunks.get(chunkOf.get(number)), start, start + lengthOf.get(number));
  }

  void copyTo(int number, Encoder encoder) {
    encoder.bytes(chunks.get(chunkOf.get(number)), startOf.get(number), lengthOf.get(number));
  }

  Decoder decoder(int number) {
    int start = startOf.get(number);
    return Decoder.of(
        "build", chunks.get(chunkOf.get(number)), start, start + lengthOf.get(number));
  }

  /// The order of two entries by their bytes.
  int compare(int left, int right) {
    if (left == right) {
      return 0;
    }
    return Arrays.compareUnsigned(
        chunks.get(chunkOf.get(left)),
        startOf.get(left),
        startOf.get(left) + lengthOf.get(left),
        chunks.get(chunkOf.get(right)),
        startOf.get(right),
        startOf.get(right) + lengthOf.get(right));
  }

  /// All numbers in the order of their bytes.
  int[] sorted() {
    Integer[] numbers = new Integer[size()];
    Arrays.setAll(numbers, i -> i);
    Arrays.sort(numbers, this::compare);
    return Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
  }

  private boolean has(int number, byte[] content, int length) {
    int start = startOf.get(number);
    return lengthOf.get(number) == length
        && Arrays.equals(
            chunks.get(chunkOf.get(number)), start, start + length, content, 0, length);
  }

  private void store(byte[] content, int length) {
    if (chunks.isEmpty() || chunks.getLast().length - lastUsed < length) {
      chunks.add(new byte[Math.max(CHUNK, length)]);
      lastUsed = 0;
    }
    System.arraycopy(content, 0, chunks.getLast(), lastUsed, length);
    chunkOf.add(chunks.size() - 1);
    startOf.add(lastUsed);
    lengthOf.add(length);
    lastUsed += length;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size(); number++) {
      int slot = hashes.get(number) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  private static int hash(byte[] content, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + content[i];
    }
    hash *= 0x9e3779b1;
    return hash ^ (hash >>> 15);
  }
}
