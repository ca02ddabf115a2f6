package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.Remediation.Change.DeleteRoute;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is proposed, made and looked at by the analysis itself.
final class RemediationTest {
  private static final int TOPOLOGIES = 120;
  private static final int OF_EACH = 5;

  /// One way, whatever passes on it.
  private record Key(
      String source,
      Candidate.Route route,
      String end,
      Address address,
      String node,
      String listened) {
    Key(Candidate way) {
      this(
          way.source(),
          way.route(),
          way.destination().id(),
          way.address(),
          way.balancer().map(node -> node.of().id()).orElse(""),
          way.balancer().map(node -> node.listened() + " " + node.sent()).orElse(""));
    }
  }

  private final Map<String, Integer> counts = new HashMap<>();

  @Test
  void closes_what_it_is_about_and_nothing_that_it_does_not_name() {
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      NetworkSnapshot account = new Topology(seed).snapshot();
      List<Exposure> found = new ArrayList<>(Exposures.of(account).found());
      Random random = new Random(seed);
      Collections.shuffle(found, random);
      Map<Key, TrafficSet> before = passing(account);
      for (Exposure each : found.stream().limit(OF_EACH).toList()) {
        tried("seed " + seed, account, before, each, unwanted(random, each));
      }
    }
    assertThat(counts.get("Revoke")).isGreaterThan(TOPOLOGIES);
    assertThat(counts.get("Deny")).isGreaterThan(TOPOLOGIES / 10);
    assertThat(counts.getOrDefault("nothing", 0)).isLessThan(TOPOLOGIES / 10);
    assertThat(counts.get("others lose")).isGreaterThan(TOPOLOGIES / 2);
  }

  @Test
  void routes_whose_deletion_is_proposed_close_it_too() {
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      NetworkSnapshot account = new Topology(seed).snapshot();
      RouteRemedies routes = new RouteRemedies(account);
      List<Exposure> found = new ArrayList<>(Exposures.of(account).found());
      Collections.shuffle(found, new Random(seed));
      Map<Key, TrafficSet> before = passing(account);
      for (Exposure each : found.stream().limit(OF_EACH).toList()) {
        Candidate way = each.candidate();
        NetworkInterface at = way.balancer().map(Candidate.Node::of).orElse(way.destination());
        List<DeleteRoute> deleted = routes.deleting(way.trail(), at, each.traffic());
        if (!deleted.isEmpty()) {
          List<String> losing = List.copyOf(routes.losing(deleted));
          made(
              "seed " + seed,
              account,
              before,
              each,
              each.traffic(),
              new Remediation(List.copyOf(deleted), losing));
        }
      }
    }
    assertThat(counts.get("DeleteRoute")).isGreaterThan(TOPOLOGIES / 2);
  }

  /// The whole range, or one port of it.
  private static TrafficSet unwanted(Random random, Exposure exposure) {
    int port = Topology.PORTS[random.nextInt(3)];
    Services one = Services.of(exposure.protocol(), PortSet.range(port, port));
    TrafficSet only = exposure.traffic().and(TrafficSet.ALL.map(all -> one));
    return only.isEmpty() || !exposure.protocol().hasPorts() ? exposure.traffic() : only;
  }

  private void tried(
      String name,
      NetworkSnapshot account,
      Map<Key, TrafficSet> before,
      Exposure exposure,
      TrafficSet unwanted) {
    Remediation remediation = exposure.remedies().of(exposure.candidate(), unwanted);
    made(name, account, before, exposure, unwanted, remediation);
  }

  private void made(
      String name,
      NetworkSnapshot account,
      Map<Key, TrafficSet> before,
      Exposure exposure,
      TrafficSet unwanted,
      Remediation remediation) {
    String about = name + ": " + exposure.candidate().source() + " " + remediation;
    if (remediation.changes().isEmpty()) {
      counts.merge("nothing", 1, Integer::sum);
      return;
    }
    counts.merge(remediation.changes().getFirst().getClass().getSimpleName(), 1, Integer::sum);
    Map<Key, TrafficSet> after = passing(Remedied.by(remediation, account));
    TrafficSet left = after.getOrDefault(new Key(exposure.candidate()), TrafficSet.NONE);
    assertThat(left.and(unwanted).isEmpty()).as(about).isTrue();
    Set<String> named = named(exposure, remediation);
    Services services = services(remediation);
    Set<Key> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Key key : keys) {
      TrafficSet was = before.getOrDefault(key, TrafficSet.NONE);
      TrafficSet is = after.getOrDefault(key, TrafficSet.NONE);
      assertThat(sent(key, is.minus(was), account).isEmpty())
          .as("%s opens %s", about, key)
          .isTrue();
      TrafficSet closed = sent(key, was.minus(is), account);
      if (!closed.isEmpty()) {
        assertThat(named.contains(key.end()) || named.contains(key.node()))
            .as("%s closes %s", about, key)
            .isTrue();
        if (key.node().isEmpty()) {
          assertThat(closed.anywhere().minus(services).isEmpty()).as(about).isTrue();
        }
        if (!key.end().equals(exposure.candidate().destination().id())) {
          counts.merge("others lose", 1, Integer::sum);
        }
      }
    }
  }

  /// Of what other VPCs send, only what an interface does.
  private static TrafficSet sent(Key key, TrafficSet all, NetworkSnapshot account) {
    return key.route() == Candidate.Route.PEERED_VPC && !all.isEmpty()
        ? new Sources(account.interfaces().values()).inhabited(all)
        : all;
  }

  private static Set<String> named(Exposure exposure, Remediation remediation) {
    Set<String> named = new HashSet<>(remediation.alsoAffects());
    named.add(exposure.candidate().destination().id());
    exposure.candidate().balancer().ifPresent(node -> named.add(node.of().id()));
    return named;
  }

  private static Services services(Remediation remediation) {
    Services all = Services.NONE;
    for (Remediation.Change change : remediation.changes()) {
      all =
          all.or(
              switch (change) {
                case Remediation.Change.Revoke revoke ->
                    revoke.rule().services().minus(revoke.keep());
                case Remediation.Change.Deny deny -> deny.services();
                case Remediation.Change.DeleteRoute delete -> Services.ALL;
              });
    }
    return all;
  }

  private static Map<Key, TrafficSet> passing(NetworkSnapshot account) {
    Map<Key, TrafficSet> passing = new HashMap<>();
    Exposures.ways(account)
        .forEach(way -> passing.merge(new Key(way), way.trail().passes(), TrafficSet::or));
    return passing;
  }
}
