package dev.assay.network.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// A set of (address of the other side, protocol, port), exact and canonical.
///
/// # Representation
/// A step function from the order of all addresses to [Services], itself a step function from
/// protocols to [PortSet]: three layers of intervals, no sampling and no solver. Neighbouring steps
/// always differ, so two sets are equal exactly when their arrays are.
///
/// # Cost
/// Every operation is one merge of two ascending lists: linear in the number of steps, which for
/// real rules is small, because rules name blocks and ranges.
public final class TrafficSet {
  public static final TrafficSet NONE = constant(Services.NONE);
  public static final TrafficSet ALL = constant(Services.ALL);
  private static final TrafficSet IPV4 = of(Cidr.ALL_IPV4, Services.ALL);
  private static final TrafficSet IPV6 = of(Cidr.ALL_IPV6, Services.ALL);

  private final Address[] starts;
  private final Services[] services;

  private TrafficSet(Address[] starts, Services[] services) {
    this.starts = starts;
    this.services = services;
  }

  /// Addresses from `first` to `last`, both in it, with the same services.
  public record Part(Address first, Address last, Services services) {}

  private static TrafficSet constant(Services services) {
    return new TrafficSet(new Address[] {Address.FIRST}, new Services[] {services});
  }

  public static TrafficSet of(Cidr block, Services services) {
    return range(block.first(), block.last(), services);
  }

  public static TrafficSet of(Address address, Services services) {
    return range(address, address, services);
  }

  private static TrafficSet range(Address first, Address last, Services services) {
    Steps steps = new Steps(3);
    steps.add(Address.FIRST, Services.NONE);
    steps.add(first, services);
    last.next().ifPresent(after -> steps.add(after, Services.NONE));
    return steps.set();
  }

  /// These and nothing else.
  ///
  /// @param parts in ascending order, none meeting another
  public static TrafficSet ofParts(List<Part> parts) {
    int count = 0;
    for (Part part : parts) {
      count += part.services().isEmpty() ? 0 : 1;
    }
    Steps steps = new Steps(2 * count + 1);
    steps.add(Address.FIRST, Services.NONE);
    for (Part part : parts) {
      if (!part.services().isEmpty()) {
        steps.add(part.first(), part.services());
        part.last().next().ifPresent(after -> steps.add(after, Services.NONE));
      }
    }
    return steps.set();
  }

  /// Everything to and from one family's addresses, always the same set.
  public static TrafficSet of(Address.Family family) {
    return switch (family) {
      case IPV4 -> IPV4;
      case IPV6 -> IPV6;
    };
  }

  /// Everything to and from these blocks.
  public static TrafficSet of(List<Cidr> blocks) {
    return union(blocks.stream().map(block -> of(block, Services.ALL)).toList());
  }

  /// Pairwise, so that many small sets cost n log n and not n².
  public static TrafficSet union(List<TrafficSet> sets) {
    if (sets.isEmpty()) {
      return NONE;
    }
    List<TrafficSet> level = sets;
    while (level.size() > 1) {
      List<TrafficSet> joined = new ArrayList<>();
      for (int index = 0; index < level.size(); index += 2) {
        joined.add(
            index + 1 < level.size()
                ? level.get(index).or(level.get(index + 1))
                : level.get(index));
      }
      level = joined;
    }
    return level.getFirst();
  }

  private TrafficSet combined(SetOperation operation, TrafficSet other) {
    TrafficSet decided = operation.decided(this, other, NONE, ALL);
    return decided != null ? decided : merged(operation, other);
  }

  private TrafficSet merged(SetOperation operation, TrafficSet other) {
    Steps steps = new Steps(starts.length + other.starts.length);
    Pairs pairs = new Pairs(operation);
    int left = 0;
    int right = 0;
    steps.add(Address.FIRST, pairs.combined(services[0], other.services[0]));
    while (left + 1 < starts.length || right + 1 < other.starts.length) {
      int order = compared(left + 1, other, right + 1);
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
      Address at = order <= 0 ? starts[left] : other.starts[right];
      steps.add(at, pairs.combined(services[left], other.services[right]));
    }
    return steps.set();
  }

  private int compared(int mine, TrafficSet other, int theirs) {
    if (mine >= starts.length) {
      return 1;
    }
    return theirs >= other.starts.length ? -1 : starts[mine].compareTo(other.starts[theirs]);
  }

  public TrafficSet and(TrafficSet other) {
    return combined(SetOperation.AND, other);
  }

  public TrafficSet or(TrafficSet other) {
    return combined(SetOperation.OR, other);
  }

  public TrafficSet minus(TrafficSet other) {
    return combined(SetOperation.MINUS, other);
  }

  /// Whether something is in both.
  public boolean meets(TrafficSet other) {
    int left = 0;
    int right = 0;
    while (true) {
      if (services[left].meets(other.services[right])) {
        return true;
      }
      if (left + 1 >= starts.length && right + 1 >= other.starts.length) {
        return false;
      }
      int order = compared(left + 1, other, right + 1);
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
  }

  /// Each address keeps what `change` makes of its services.
  public TrafficSet map(UnaryOperator<Services> change) {
    Steps steps = new Steps(starts.length);
    for (int index = 0; index < starts.length; index++) {
      steps.add(starts[index], change.apply(services[index]));
    }
    return steps.set();
  }

  public boolean isEmpty() {
    return services.length == 1 && services[0].isEmpty();
  }

  public Services at(Address address) {
    int index = Arrays.binarySearch(starts, address);
    return services[index >= 0 ? index : -index - 2];
  }

  /// What can be spoken to from at least one address.
  public Services anywhere() {
    Services all = Services.NONE;
    for (Services each : services) {
      all = all.or(each);
    }
    return all;
  }

  /// The steps that have any services; none holds addresses of both families.
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int index = 0; index < starts.length; index++) {
      if (!services[index].isEmpty()) {
        Address last =
            index + 1 < starts.length ? starts[index + 1].previous() : Cidr.ALL_IPV6.last();
        if (starts[index].family() == last.family()) {
          parts.add(new Part(starts[index], last, services[index]));
        } else {
          parts.add(new Part(starts[index], Cidr.ALL_IPV4.last(), services[index]));
          parts.add(new Part(Address.FIRST_IPV6, last, services[index]));
        }
      }
    }
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TrafficSet set
            && Arrays.equals(starts, set.starts)
            && Arrays.equals(services, set.services));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(services);
  }

  @Override
  public String toString() {
    return parts().toString();
  }

  /// The pairs of services that one merge met last, so that a pair that returns, as it does where
  /// few services lie between many blocks, is combined once and its result shared.
  private static final class Pairs {
    private static final int KEPT = 8;
    private final SetOperation operation;
    private final Services[] left = new Services[KEPT];
    private final Services[] right = new Services[KEPT];
    private final Services[] results = new Services[KEPT];
    private int next;

    Pairs(SetOperation operation) {
      this.operation = operation;
    }

    // Sameness is only a short cut: equal services that are not the same are combined again.
    @SuppressWarnings("ReferenceEquality")
    Services combined(Services one, Services other) {
      for (int pair = 0; pair < KEPT; pair++) {
        if (left[pair] == one && right[pair] == other) {
          return results[pair];
        }
      }
      int pair = next++ % KEPT;
      left[pair] = one;
      right[pair] = other;
      results[pair] = one.combined(operation, other);
      return results[pair];
    }
  }

  /// Collects steps in ascending order and joins equal neighbours.
  private static final class Steps {
    private final Address[] starts;
    private final Services[] services;
    private int size;

    Steps(int atMost) {
      starts = new Address[atMost];
      services = new Services[atMost];
    }

    void add(Address start, Services value) {
      if (size > 0 && starts[size - 1].equals(start)) {
        size--;
      }
      if (size == 0 || !services[size - 1].equals(value)) {
        starts[size] = start;
        services[size++] = value;
      }
    }

    TrafficSet set() {
      // There is one empty and one full set.
      if (size == 1 && services[0].isEmpty()) {
        return NONE;
      }
      return size == 1 && services[0].equals(Services.ALL)
          ? ALL
          : new TrafficSet(Arrays.copyOf(starts, size), Arrays.copyOf(services, size));
    }
  }
}
