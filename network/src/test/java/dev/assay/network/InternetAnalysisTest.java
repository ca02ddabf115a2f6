package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Severity;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// An analysis brought up to date against one made anew.
final class InternetAnalysisTest {
  private static final int TOPOLOGIES = 60;
  private static final int CHANGES = 3;

  /// Everything that is said of an exposure.
  private record Said(
      String end,
      Address address,
      List<Hop> hops,
      TrafficSet traffic,
      Severity severity,
      Remediation remediation) {
    Said(Exposure exposure) {
      this(
          exposure.candidate().destination().id(),
          exposure.candidate().address(),
          exposure.candidate().trail().hops(),
          exposure.traffic(),
          exposure.severity(),
          exposure.remediation());
    }
  }

  @Test
  void a_changed_group_leaves_what_an_analysis_of_the_changed_account_finds() {
    int differing = 0;
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      Random random = new Random(seed);
      NetworkSnapshot account = new Topology(seed).snapshot();
      InternetAnalysis analysis = InternetAnalysis.of(account);
      for (int change = 0; change < CHANGES; change++) {
        SecurityGroup group = changed(random, account);
        account = account.with(group);
        List<Said> before = said(analysis);
        analysis = analysis.changed(group);
        assertThat(said(analysis))
            .as("seed %d", seed)
            .isEqualTo(said(InternetAnalysis.of(account)));
        differing += before.equals(said(analysis)) ? 0 : 1;
      }
    }
    assertThat(differing).as("changes that change something").isGreaterThan(TOPOLOGIES / 2);
  }

  @Test
  void the_analysis_that_was_changed_stays_as_it_was() {
    NetworkSnapshot account = new Topology(1).snapshot();
    InternetAnalysis analysis = InternetAnalysis.of(account);
    List<Said> before = said(analysis);
    for (SecurityGroup group : account.groups().values()) {
      analysis.changed(emptied(group));
    }
    assertThat(said(analysis)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void it_finds_what_all_exposures_have_from_the_internet() {
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      NetworkSnapshot account = new Topology(seed).snapshot();
      assertThat(said(InternetAnalysis.of(account)))
          .containsExactlyInAnyOrderElementsOf(
              Exposures.of(account).found().stream()
                  .filter(each -> each.candidate().source().equals("internet"))
                  .map(Said::new)
                  .toList());
    }
  }

  private static List<Said> said(InternetAnalysis analysis) {
    return analysis.exposures().found().stream().map(Said::new).toList();
  }

  private static SecurityGroup changed(Random random, NetworkSnapshot account) {
    List<SecurityGroup> groups = List.copyOf(account.groups().values());
    SecurityGroup group = groups.get(random.nextInt(groups.size()));
    SecurityGroup other = groups.get(random.nextInt(groups.size()));
    List<SecurityGroup.Rule> rules = new ArrayList<>(group.inbound());
    if (random.nextBoolean() && !rules.isEmpty()) {
      rules.remove(random.nextInt(rules.size()));
    } else {
      rules.addAll(other.inbound());
    }
    return new SecurityGroup(group.id(), group.vpcId(), group.name(), rules, other.outbound());
  }

  private static SecurityGroup emptied(SecurityGroup group) {
    return new SecurityGroup(group.id(), group.vpcId(), group.name(), List.of(), List.of());
  }
}
