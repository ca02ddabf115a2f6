package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything of an account that can be reached from the internet, kept by interface: when a
/// security group changes, only the interfaces are looked at anew that it may have opened or
/// closed. Not for use by several threads at once.
public final class InternetAnalysis {
  private final NetworkSnapshot snapshot;
  private final Fabric fabric;
  private final Map<String, Exposures> ofInterface;

  private InternetAnalysis(
      NetworkSnapshot snapshot, Fabric fabric, Map<String, Exposures> ofInterface) {
    this.snapshot = snapshot;
    this.fabric = fabric;
    this.ofInterface = ofInterface;
  }

  public static InternetAnalysis of(NetworkSnapshot snapshot) {
    InternetAnalysis analysis =
        new InternetAnalysis(snapshot, Fabric.of(snapshot), new HashMap<>());
    analysis.look(snapshot.interfaces().values());
    return analysis;
  }

  /// The analysis of the same account once this group is as given; this one stays as it is.
  public InternetAnalysis changed(SecurityGroup group) {
    InternetAnalysis next =
        new InternetAnalysis(snapshot.with(group), fabric, new HashMap<>(ofInterface));
    next.look(touched(group.id()));
    return next;
  }

  private void look(Iterable<NetworkInterface> ends) {
    Reachability reachability = new Reachability(snapshot, fabric);
    Remediations remedies = new Remediations(snapshot);
    IdentityHashMap<TrafficSet, List<OpenRange>> ranges = new IdentityHashMap<>();
    for (NetworkInterface end : ends) {
      ExposureList found = new ExposureList(remedies, ranges);
      reachability.fromInternetAnyhow(end).forEach(found::add);
      ofInterface.put(end.id(), found.inOrder());
    }
  }

  /// Whose ways the group's rules are on: the interfaces that have it, and the targets of the load
  /// balancers whose nodes have it. Those whose rules name it let in the same as before, as who has
  /// it has not changed.
  private List<NetworkInterface> touched(String group) {
    Set<String> balancers = new HashSet<>();
    for (LoadBalancer balancer : snapshot.balancers().all()) {
      if (balancer.nodes().stream().anyMatch(node -> has(node, group))) {
        balancers.add(balancer.id());
      }
    }
    return snapshot.interfaces().values().stream()
        .filter(
            each ->
                each.groups().contains(group)
                    || fabric.services().to(each).stream()
                        .anyMatch(service -> balancers.contains(service.balancer().id())))
        .toList();
  }

  private boolean has(String node, String group) {
    NetworkInterface known = snapshot.interfaces().get(node);
    return known != null && known.groups().contains(group);
  }

  /// What is known of one interface; nothing of one that the account does not have.
  public Exposures of(String interfaceId) {
    return ofInterface.getOrDefault(interfaceId, new Exposures(List.of(), List.of()));
  }

  /// All of it, in the order of the interfaces.
  public Exposures exposures() {
    Remediations remedies = new Remediations(snapshot);
    ExposureList all = new ExposureList(remedies);
    snapshot.interfaces().keySet().forEach(id -> all.addAll(of(id)));
    return all.inOrder();
  }
}
