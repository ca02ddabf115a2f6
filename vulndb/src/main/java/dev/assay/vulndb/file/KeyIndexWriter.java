package dev.assay.vulndb.file;

import java.util.Arrays;

/// Lays out a {@link KeyIndex}. Keys come in the order of their bytes, each once.
public final class KeyIndexWriter {
  private final Encoder records = new Encoder();
  private int[] hashes = new int[64];
  private int[] positions = new int[64];
  private int count;

  /// Adds a key; returns the position of its record.
  public int add(byte[] key, int length, long number) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
      positions = Arrays.copyOf(positions, count * 2);
    }
    int position = records.length();
    hashes[count] = KeyIndex.hash(key, length);
    positions[count++] = position;
    records.number(length).bytes(key, 0, length).number(number);
    return position;
  }

  public Encoder records() {
    return records;
  }

  /// The hash table: between a third and two thirds of it are used.
  public Encoder slots() {
    int size = Math.max(2, Integer.highestOneBit(Math.max(1, count + count / 2)) * 2);
    int[] slots = new int[size];
    for (int i = 0; i < count; i++) {
      int slot = hashes[i] & (size - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = positions[i] + 1;
    }
    Encoder encoded = new Encoder();
    for (int slot : slots) {
      encoded.fixed(slot, 4);
    }
    return encoded;
  }
}
