package dev.assay.inventory.rpm;

import java.util.BitSet;

/// The pages that were visited: in a sound file no page belongs to two owners, so a second visit
/// is a loop or a shared chain.
final class PagesSeen {
  private final long count;
  private final BitSet seen = new BitSet();

  /// @param count the pages that there are, numbered from 0
  PagesSeen(long count) {
    this.count = Math.min(count, Integer.MAX_VALUE);
  }

  boolean contains(long page) {
    return page >= 0 && page < count && seen.get((int) page);
  }

  /// Notes a visit; false where there is no such page or it was visited before.
  boolean add(long page) {
    if (page < 0 || page >= count || contains(page)) {
      return false;
    }
    seen.set((int) page);
    return true;
  }
}
