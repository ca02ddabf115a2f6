package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The addresses that interfaces send from, in order. What is between two neighbours nobody sends
/// from: whether a set has it or not means the same, so sets are made of few and long steps.
///
/// Where several interfaces have the same address, as in VPCs whose blocks overlap, each is in a
/// layer of its own.
final class Sources {
  private final Address[] addresses;
  private final List<Layer> layers = new ArrayList<>();

  /// Interfaces of which no two have the same address.
  final class Layer {
    private final List<NetworkInterface> members = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final Map<String, List<Integer>> ofGroup = new HashMap<>();

    private void add(NetworkInterface member, int position) {
      for (String group : member.groups()) {
        ofGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(members.size());
      }
      members.add(member);
      positions.add(position);
    }

    /// Everything from those who have a security group.
    TrafficSet having(String group) {
      return of(
          ofGroup.getOrDefault(group, List.of()).stream().distinct().toList(),
          index -> Services.ALL);
    }

    int size() {
      return members.size();
    }

    /// The indices of all members.
    List<Integer> all() {
      return IntStream.range(0, size()).boxed().toList();
    }

    NetworkInterface member(int index) {
      return members.get(index);
    }

    Address address(int index) {
      return addresses[positions.get(index)];
    }

    /// These members' services.
    ///
    /// @param indices of members, ascending
    /// @param services of a member, by its index
    TrafficSet of(List<Integer> indices, IntFunction<Services> services) {
      List<TrafficSet.Part> parts = new ArrayList<>();
      int last = -1;
      for (int index : indices) {
        Services value = services.apply(index);
        if (value.isEmpty()) {
          continue;
        }
        Address begin = address(index);
        if (last >= 0 && isNext(last, index) && parts.getLast().services().equals(value)) {
          begin = parts.removeLast().first();
        }
        parts.add(new TrafficSet.Part(begin, address(index), value));
        last = index;
      }
      return TrafficSet.ofParts(parts);
    }

    /// Whether nobody sends from between two members.
    private boolean isNext(int one, int next) {
      return positions.get(next) == positions.get(one) + 1
          && address(one).family() == address(next).family();
    }

    /// The index of the first member with one of these addresses.
    Optional<Integer> first(TrafficSet.Part part) {
      int low = 0;
      int high = size();
      while (low < high) {
        int middle = (low + high) / 2;
        if (address(middle).compareTo(part.first()) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < size() && address(low).compareTo(part.last()) <= 0
          ? Optional.of(low)
          : Optional.empty();
    }
  }

  Sources(Collection<NetworkInterface> interfaces) {
    Map<Address, List<NetworkInterface>> owners = new TreeMap<>();
    for (NetworkInterface each : interfaces) {
      for (NetworkInterface.Assigned own : each.addresses()) {
        owners.computeIfAbsent(own.address(), key -> new ArrayList<>(1)).add(each);
      }
    }
    addresses = owners.keySet().toArray(Address[]::new);
    int position = 0;
    for (List<NetworkInterface> same : owners.values()) {
      for (int layer = 0; layer < same.size(); layer++) {
        if (layer == layers.size()) {
          layers.add(new Layer());
        }
        layers.get(layer).add(same.get(layer), position);
      }
      position++;
    }
  }

  List<Layer> layers() {
    return layers;
  }

  /// The same at every address that somebody sends from, in the fewest steps that begin and end at
  /// one.
  TrafficSet inhabited(TrafficSet set) {
    List<TrafficSet.Part> parts = new ArrayList<>();
    int next = -1;
    for (TrafficSet.Part part : set.parts()) {
      int first = from(part.first());
      int last = upTo(part.last());
      if (first > last) {
        continue;
      }
      Address begin = addresses[first];
      if (first == next && joins(parts.getLast(), part)) {
        begin = parts.removeLast().first();
      }
      parts.add(new TrafficSet.Part(begin, addresses[last], part.services()));
      next = last + 1;
    }
    return TrafficSet.ofParts(parts);
  }

  private static boolean joins(TrafficSet.Part one, TrafficSet.Part next) {
    return one.services().equals(next.services()) && one.last().family() == next.first().family();
  }

  private int from(Address address) {
    int at = Arrays.binarySearch(addresses, address);
    return at >= 0 ? at : -at - 1;
  }

  private int upTo(Address address) {
    int at = Arrays.binarySearch(addresses, address);
    return at >= 0 ? at : -at - 2;
  }
}
