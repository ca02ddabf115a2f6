package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javabdd.BDD;
import dev.assay.network.Filters.Direction;
import dev.assay.network.RandomFilters.Packet;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every filter three ways: intervals, decision diagrams (equal as whole sets, not on samples),
/// and one packet at a time past the rules as they are written.
class FiltersAgainstDiagramsTest {
  private static final int SEEDS = 200;
  private static final int MORE_SEEDS = 3_000;
  private static final int PACKETS = 40;
  private static final int SEEDS_A_FACTORY = 50;

  private FilterDiagrams diagrams = new FilterDiagrams();

  @Test
  void acls_agree_and_let_pass_and_stop_a_fifth_of_the_packets_at_least() {
    acls(0, SEEDS);
  }

  @Test
  @Tag("slow")
  void acls_agree_on_many_more_seeds() {
    acls(SEEDS, MORE_SEEDS);
  }

  @Test
  void groups_agree_and_let_pass_and_stop_a_fifth_of_the_packets_at_least() {
    groups(0, SEEDS);
  }

  @Test
  @Tag("slow")
  void groups_agree_on_many_more_seeds() {
    groups(SEEDS, MORE_SEEDS);
  }

  /// The comparison can fail: each fault makes the two sets differ for many seeds.
  @Test
  void an_acl_read_in_the_wrong_order_or_without_its_denials_disagrees() {
    int reversed = 0;
    int withoutDenials = 0;
    for (int seed = 0; seed < SEEDS_A_FACTORY; seed++) {
      List<NetworkAcl.Entry> entries = new RandomFilters(seed).entries();
      BDD right = diagrams.traffic(set(entries));
      List<NetworkAcl.Entry> backwards = new ArrayList<>(entries);
      Collections.reverse(backwards);
      reversed += right.equals(diagrams.acl(backwards)) ? 0 : 1;
      List<NetworkAcl.Entry> allowing =
          entries.stream().filter(entry -> entry.action() == NetworkAcl.Action.ALLOW).toList();
      withoutDenials += right.equals(diagrams.acl(allowing)) ? 0 : 1;
    }
    assertThat(reversed).isGreaterThan(SEEDS_A_FACTORY / 5);
    assertThat(withoutDenials).isGreaterThan(SEEDS_A_FACTORY / 5);
  }

  private void acls(int from, int count) {
    Share share = new Share();
    for (int seed = from; seed < from + count; seed++) {
      renew(seed);
      RandomFilters random = new RandomFilters(seed);
      List<NetworkAcl.Entry> entries = random.entries();
      TrafficSet set = set(entries);
      assertThat(diagrams.traffic(set)).as("seed %d", seed).isEqualTo(diagrams.acl(entries));
      for (int packet = 0; packet < PACKETS; packet++) {
        Packet sent = random.packet();
        boolean passes = passes(entries, sent);
        assertThat(has(set, sent)).as("seed %d, %s", seed, sent).isEqualTo(passes);
        share.count(passes);
      }
    }
    share.check();
  }

  private void groups(int from, int count) {
    Share share = new Share();
    for (int seed = from; seed < from + count; seed++) {
      renew(seed);
      RandomFilters random = new RandomFilters(seed);
      List<SecurityGroup.Rule> one = random.rules();
      List<SecurityGroup.Rule> other = random.rules();
      List<Cidr> listed = random.blocks();
      Services toList = random.services();
      other.add(new SecurityGroup.Rule("list", new SecurityGroup.Peer.Prefixes("pl-1"), toList));
      TrafficSet set = set(one, other, listed);

      List<SecurityGroup.Rule> flat = new ArrayList<>(one);
      flat.addAll(other.subList(0, other.size() - 1));
      for (Cidr block : listed) {
        flat.add(new SecurityGroup.Rule("entry", new SecurityGroup.Peer.Block(block), toList));
      }
      BDD expected = diagrams.nothing();
      for (SecurityGroup.Rule rule : flat) {
        expected = expected.or(diagrams.rule(block(rule), rule.services()));
      }
      assertThat(diagrams.traffic(set)).as("seed %d", seed).isEqualTo(expected);
      for (int packet = 0; packet < PACKETS; packet++) {
        Packet sent = random.packet();
        boolean passes =
            flat.stream().anyMatch(rule -> matches(block(rule), rule.services(), sent));
        assertThat(has(set, sent)).as("seed %d, %s", seed, sent).isEqualTo(passes);
        share.count(passes);
      }
    }
    share.check();
  }

  /// Diagrams of seeds that are done would only fill the table.
  private void renew(int seed) {
    if (seed % SEEDS_A_FACTORY == 0) {
      diagrams = new FilterDiagrams();
    }
  }

  private static TrafficSet set(List<NetworkAcl.Entry> entries) {
    List<NetworkAcl.Entry> anyOrder = new ArrayList<>(entries);
    Collections.reverse(anyOrder);
    NetworkAcl acl = new NetworkAcl("acl-1", "vpc-1", true, List.of(), anyOrder, List.of());
    return new Filters(Snapshots.of(List.of(), List.of(acl), List.of()))
        .acl(acl, Direction.INBOUND);
  }

  private static TrafficSet set(
      List<SecurityGroup.Rule> one, List<SecurityGroup.Rule> other, List<Cidr> listed) {
    List<SecurityGroup> groups =
        List.of(
            new SecurityGroup("sg-1", "vpc-1", "one", one, List.of()),
            new SecurityGroup("sg-2", "vpc-1", "other", other, List.of()));
    return new Filters(Snapshots.of(groups, List.of(), List.of(new PrefixList("pl-1", listed))))
        .groups(List.of("sg-1", "sg-2"), Direction.INBOUND)
        .byAddress();
  }

  private static Cidr block(SecurityGroup.Rule rule) {
    return switch (rule.peer()) {
      case SecurityGroup.Peer.Block block -> block.cidr();
      case SecurityGroup.Peer.Prefixes _, SecurityGroup.Peer.Members _ ->
          throw new AssertionError("flat rules name blocks: " + rule);
    };
  }

  private static boolean passes(List<NetworkAcl.Entry> inOrder, Packet packet) {
    for (NetworkAcl.Entry entry : inOrder) {
      if (matches(entry.peer(), entry.services(), packet)) {
        return entry.action() == NetworkAcl.Action.ALLOW;
      }
    }
    return false;
  }

  private static boolean matches(Cidr block, Services services, Packet packet) {
    return block.first().family() == packet.address().family()
        && block.contains(packet.address())
        && services.contains(packet.protocol(), packet.port());
  }

  private static boolean has(TrafficSet set, Packet packet) {
    return set.at(packet.address()).contains(packet.protocol(), packet.port());
  }

  /// How often each answer occurred: a comparison of nothing but refusals would prove little.
  private static final class Share {
    private int passed;
    private int all;

    void count(boolean passes) {
      passed += passes ? 1 : 0;
      all++;
    }

    void check() {
      assertThat(passed).isBetween(all / 5, all - all / 5);
    }
  }
}
