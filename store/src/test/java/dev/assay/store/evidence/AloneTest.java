package dev.assay.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What packages yield one by one is what they yield together, on the sample roots.
final class AloneTest {
  private static final VulnerabilityDatabase STARTER = Evidence.starterSet();

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void packages_have_the_same_vulnerabilities_alone(String root) {
    Inventory whole = Evidence.read(Path.of("..", "examples", "roots", root));

    List<Inventory> alone = VulnerabilityMatcher.alone(whole);

    assertThat(alone).hasSameSizeAs(whole.packages());
    Set<String> together = found(Stream.of(whole));
    assertThat(together).isNotEmpty();
    assertThat(found(alone.stream())).isEqualTo(together);
  }

  private static Set<String> found(Stream<Inventory> inventories) {
    VulnerabilityMatcher matcher = new VulnerabilityMatcher(STARTER, LocalDate.of(2026, 11, 28));
    Set<String> found = new TreeSet<>();
    inventories
        .map(matcher::assess)
        .map(Assessment::findings)
        .flatMap(List::stream)
        .forEach(finding -> finding.packages().forEach(one -> found.add(line(finding, one))));
    return found;
  }

  private static String line(VulnerabilityFinding finding, AffectedInstallation one) {
    return finding.vulnerability().id() + " " + one;
  }
}
