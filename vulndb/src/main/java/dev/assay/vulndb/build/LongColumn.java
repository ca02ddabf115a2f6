package dev.assay.vulndb.build;

/// A list of `long` that grows without copying what it has.
final class LongColumn {
  private final IntColumn high = new IntColumn();
  private final IntColumn low = new IntColumn();

  void add(long value) {
    high.add((int) (value >>> 32));
    low.add((int) value);
  }

  long get(int index) {
    return ((long) high.get(index) << 32) | (low.get(index) & 0xffff_ffffL);
  }
}
