package dev.assay.network.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A set of numbers from 0 to 65535: destination ports, or ICMP types and codes as type × 256 +
/// code. Held as the places where membership changes, so that equal sets are equal arrays.
public final class PortSet {
  public static final int LAST = 65_535;
  public static final PortSet NONE = new PortSet(new int[0]);
  public static final PortSet ALL = new PortSet(new int[] {0, LAST + 1});

  /// Ascending; membership begins at even indices and ends before odd ones.
  private final int[] changes;

  private PortSet(int[] changes) {
    this.changes = changes;
  }

  /// An interval, both ends in it.
  public record Range(int first, int last) {}

  /// Numbers from `first` to `last`, both in it.
  ///
  /// @throws IllegalArgumentException for an impossible range
  public static PortSet range(int first, int last) {
    if (first < 0 || first > last || last > LAST) {
      throw new IllegalArgumentException("impossible port range " + first + "-" + last);
    }
    return of(new int[] {first, last + 1}, 2);
  }

  PortSet combined(SetOperation operation, PortSet other) {
    PortSet decided = operation.decided(this, other, NONE, ALL);
    return decided != null ? decided : merged(operation, other);
  }

  private PortSet merged(SetOperation operation, PortSet other) {
    int[] result = new int[changes.length + other.changes.length];
    int size = 0;
    int left = 0;
    int right = 0;
    while (left < changes.length || right < other.changes.length) {
      int mine = left < changes.length ? changes[left] : Integer.MAX_VALUE;
      int theirs = right < other.changes.length ? other.changes[right] : Integer.MAX_VALUE;
      int at = Math.min(mine, theirs);
      left += mine == at ? 1 : 0;
      right += theirs == at ? 1 : 0;
      boolean inside = operation.holds(left % 2 == 1, right % 2 == 1);
      if (inside != (size % 2 == 1)) {
        result[size++] = at;
      }
    }
    return of(result, size);
  }

  /// There is one empty and one full set.
  private static PortSet of(int[] changes, int size) {
    if (size == 0) {
      return NONE;
    }
    return size == 2 && changes[0] == 0 && changes[1] == LAST + 1
        ? ALL
        : new PortSet(Arrays.copyOf(changes, size));
  }

  public PortSet and(PortSet other) {
    return combined(SetOperation.AND, other);
  }

  public PortSet or(PortSet other) {
    return combined(SetOperation.OR, other);
  }

  public PortSet minus(PortSet other) {
    return combined(SetOperation.MINUS, other);
  }

  /// Whether some number is in both.
  public boolean meets(PortSet other) {
    int left = 0;
    int right = 0;
    while (left < changes.length && right < other.changes.length) {
      if (changes[left] < other.changes[right + 1] && other.changes[right] < changes[left + 1]) {
        return true;
      }
      if (changes[left + 1] <= other.changes[right + 1]) {
        left += 2;
      } else {
        right += 2;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return changes.length == 0;
  }

  public boolean contains(int port) {
    int at = Arrays.binarySearch(changes, port);
    return at >= 0 ? at % 2 == 0 : -at % 2 == 0;
  }

  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    for (int index = 0; index < changes.length; index += 2) {
      ranges.add(new Range(changes[index], changes[index + 1] - 1));
    }
    return ranges;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof PortSet set && Arrays.equals(changes, set.changes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(changes);
  }

  @Override
  public String toString() {
    return ranges().toString();
  }
}
