package dev.assay.vulndb.build;

import java.util.Arrays;

/// A list of `int` that grows without copying what it has: millions of rows are kept in these.
final class IntColumn {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private int[][] chunks = new int[8][];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
  }

  void set(int index, int value) {
    chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)] = value;
  }

  void add(int value) {
    int chunk = size >>> CHUNK_BITS;
    if ((size & (CHUNK - 1)) == 0) {
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunk * 2);
      }
      chunks[chunk] = new int[CHUNK];
    }
    chunks[chunk][size & (CHUNK - 1)] = value;
    size = Math.addExact(size, 1);
  }

  /// For each value below `bound`, the indices that have it, in order: index `i` of the result's
  /// first array is where value `i` starts in its second.
  Grouping groupedBy(int bound) {
    int[] starts = new int[bound + 1];
    for (int i = 0; i < size; i++) {
      starts[get(i) + 1]++;
    }
    for (int value = 0; value < bound; value++) {
      starts[value + 1] += starts[value];
    }
    int[] next = Arrays.copyOf(starts, bound);
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[next[get(i)]++] = i;
    }
    return new Grouping(starts, indices);
  }

  /// The indices of a column by the value they have.
  static final class Grouping {
    private final int[] starts;
    private final int[] indices;

    private Grouping(int[] starts, int[] indices) {
      this.starts = starts;
      this.indices = indices;
    }

    /// How many indices have a value.
    int count(int value) {
      return starts[value + 1] - starts[value];
    }

    /// One of them.
    int index(int value, int nth) {
      return indices[starts[value] + nth];
    }
  }
}
