package dev.assay.network.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/// What can be spoken to at one address: a set of (protocol, port). Held as runs of protocols with
/// the same ports, neighbours always different, so that equal sets have equal runs.
public final class Services {
  public static final Services NONE = new Services(new int[] {0}, new PortSet[] {PortSet.NONE});
  public static final Services ALL = new Services(new int[] {0}, new PortSet[] {PortSet.ALL});

  /// Those with ports or messages, ascending.
  private static final int[] SPECIAL = {
    Protocol.ICMP.number(), Protocol.TCP.number(), Protocol.UDP.number(), Protocol.ICMPV6.number()
  };

  private final int[] starts;
  private final PortSet[] ports;

  private Services(int[] starts, PortSet[] ports) {
    this.starts = starts;
    this.ports = ports;
  }

  /// One protocol with some of its ports.
  public record Part(Protocol protocol, PortSet ports) {}

  public static Services of(Protocol protocol, PortSet ports) {
    Runs runs = new Runs(3);
    runs.add(0, PortSet.NONE);
    runs.add(protocol.number(), ports);
    if (protocol.number() < Protocol.LAST) {
      runs.add(protocol.number() + 1, PortSet.NONE);
    }
    return runs.services();
  }

  Services combined(SetOperation operation, Services other) {
    Services decided = operation.decided(this, other, NONE, ALL);
    return decided != null ? decided : merged(operation, other);
  }

  private Services merged(SetOperation operation, Services other) {
    Runs runs = new Runs(starts.length + other.starts.length);
    int left = 0;
    int right = 0;
    int at = 0;
    while (at <= Protocol.LAST) {
      runs.add(at, ports[left].combined(operation, other.ports[right]));
      int mine = left + 1 < starts.length ? starts[left + 1] : Protocol.LAST + 1;
      int theirs = right + 1 < other.starts.length ? other.starts[right + 1] : Protocol.LAST + 1;
      at = Math.min(mine, theirs);
      left += mine == at && left + 1 < starts.length ? 1 : 0;
      right += theirs == at && right + 1 < other.starts.length ? 1 : 0;
    }
    return runs.services(this, other);
  }

  public Services and(Services other) {
    return combined(SetOperation.AND, other);
  }

  public Services or(Services other) {
    return combined(SetOperation.OR, other);
  }

  public Services minus(Services other) {
    return combined(SetOperation.MINUS, other);
  }

  /// Whether something is in both.
  public boolean meets(Services other) {
    int left = 0;
    int right = 0;
    while (true) {
      if (ports[left].meets(other.ports[right])) {
        return true;
      }
      int mine = left + 1 < starts.length ? starts[left + 1] : Protocol.LAST + 1;
      int theirs = right + 1 < other.starts.length ? other.starts[right + 1] : Protocol.LAST + 1;
      if (Math.min(mine, theirs) > Protocol.LAST) {
        return false;
      }
      left += mine <= theirs ? 1 : 0;
      right += theirs <= mine ? 1 : 0;
    }
  }

  /// What becomes of the ports of each protocol. Protocols that have neither ports nor messages are
  /// all alike, and `change` is asked about one of each run of them.
  public Services map(BiFunction<Protocol, PortSet, PortSet> change) {
    Runs runs = new Runs(starts.length + 2 * SPECIAL.length + 1);
    for (int run = 0; run < starts.length; run++) {
      int end = run + 1 < starts.length ? starts[run + 1] : Protocol.LAST + 1;
      int at = starts[run];
      while (at < end) {
        runs.add(at, change.apply(new Protocol(at), ports[run]));
        at = Math.min(end, nextApart(at));
      }
    }
    return runs.services();
  }

  /// Where the next protocol begins that is not like this one.
  private static int nextApart(int number) {
    for (int special : SPECIAL) {
      if (number == special) {
        return number + 1;
      }
      if (number < special) {
        return special;
      }
    }
    return Protocol.LAST + 1;
  }

  public boolean isEmpty() {
    return ports.length == 1 && ports[0].isEmpty();
  }

  public PortSet ports(Protocol protocol) {
    int at = Arrays.binarySearch(starts, protocol.number());
    return ports[at >= 0 ? at : -at - 2];
  }

  public boolean contains(Protocol protocol, int port) {
    return ports(protocol).contains(port);
  }

  /// The protocols that have any port, in order of their numbers.
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int number = 0; number <= Protocol.LAST; number++) {
      Protocol protocol = new Protocol(number);
      if (!ports(protocol).isEmpty()) {
        parts.add(new Part(protocol, ports(protocol)));
      }
    }
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Services services
            && Arrays.equals(starts, services.starts)
            && Arrays.equals(ports, services.ports));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ports);
  }

  @Override
  public String toString() {
    return parts().toString();
  }

  /// Collects runs in ascending order and joins equal neighbours.
  private static final class Runs {
    private int[] starts;
    private PortSet[] ports;
    private int size;

    Runs(int atMost) {
      starts = new int[atMost];
      ports = new PortSet[atMost];
    }

    void add(int start, PortSet value) {
      if (size > 0 && starts[size - 1] == start) {
        size--;
      }
      if (size == 0 || !ports[size - 1].equals(value)) {
        if (size == starts.length) {
          starts = Arrays.copyOf(starts, 2 * size);
          ports = Arrays.copyOf(ports, 2 * size);
        }
        starts[size] = start;
        ports[size++] = value;
      }
    }

    /// One of these, where it is equal, so that equal services are few.
    Services services(Services one, Services other) {
      if (holds(one)) {
        return one;
      }
      return holds(other) ? other : services();
    }

    private boolean holds(Services other) {
      return Arrays.equals(starts, 0, size, other.starts, 0, other.starts.length)
          && Arrays.equals(ports, 0, size, other.ports, 0, other.ports.length);
    }

    Services services() {
      // There is one empty and one full set.
      if (size == 1 && ports[0].isEmpty()) {
        return NONE;
      }
      if (size == 1 && ports[0].equals(PortSet.ALL)) {
        return ALL;
      }
      return new Services(Arrays.copyOf(starts, size), Arrays.copyOf(ports, size));
    }
  }
}
