package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.match.Statement;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import dev.assay.vulndb.record.EcosystemVersions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The database against a list that is searched from end to end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomDatabaseTest {
  private static final int ADVISORIES = 7_000;

  private final List<Advisory> advisories = new RandomRecords(20250301).advisories(ADVISORIES);
  private final VulnerabilityDatabase database = Databases.of(advisories);

  @Test
  void every_statement_comes_back_as_it_was() {
    Set<Statement> expected = new HashSet<>();
    Set<Statement> found = new HashSet<>();
    for (Advisory advisory : advisories) {
      for (AffectedPackage affected : advisory.affected()) {
        expected.add(statement(advisory, affected));
      }
    }
    for (Ecosystem ecosystem : database.ecosystems()) {
      for (String name : database.packageNames(ecosystem)) {
        found.addAll(database.statements(ecosystem, name));
      }
    }
    assertThat(expected).hasSizeGreaterThan(20_000);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void candidates_are_just_those_that_are_not_surely_fixed() {
    RandomRecords random = new RandomRecords(42);
    for (int i = 0; i < 2_000; i++) {
      Ecosystem ecosystem = random.ecosystem();
      String name = random.packageName();
      String version = random.version();
      List<Statement> all = database.statements(ecosystem, name);
      VersionScheme scheme = EcosystemVersions.of(ecosystem);
      assertThat(new HashSet<>(database.candidates(ecosystem, name, version)))
          .as("%s %s %s", ecosystem, name, version)
          .isEqualTo(expectedCandidates(all, version, scheme));
    }
  }

  @Test
  void whatever_holds_by_its_ranges_is_a_candidate() {
    RandomRecords random = new RandomRecords(42);
    for (int i = 0; i < 2_000; i++) {
      Ecosystem ecosystem = random.ecosystem();
      String name = random.packageName();
      String version = random.version();
      VersionScheme scheme = EcosystemVersions.of(ecosystem);
      Set<Statement> holding = new HashSet<>(database.statements(ecosystem, name));
      holding.removeIf(statement -> !holds(statement, version, scheme));
      holding.removeAll(new HashSet<>(database.candidates(ecosystem, name, version)));
      assertThat(holding).as("%s %s %s", ecosystem, name, version).isEmpty();
    }
  }

  @Test
  void the_order_of_records_does_not_matter() {
    List<Advisory> shuffled = new ArrayList<>(advisories);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(Databases.bytes(shuffled)).isEqualTo(Databases.bytes(advisories));
  }

  private static Statement statement(Advisory advisory, AffectedPackage affected) {
    return new Statement(
        advisory.source(),
        advisory.id(),
        advisory.kind(),
        advisory.withdrawn() != null,
        advisory.vulnerabilities(),
        affected);
  }

  private static Set<Statement> expectedCandidates(
      List<Statement> all, String version, VersionScheme scheme) {
    Set<Statement> expected = new HashSet<>();
    for (Statement statement : all) {
      if (parse(version, scheme) == null || mayHold(statement, version, scheme)) {
        expected.add(statement);
      }
    }
    return expected;
  }

  private static boolean mayHold(Statement statement, String version, VersionScheme scheme) {
    if (statement.withdrawn() || statement.affected().status() == VendorStatus.NOT_AFFECTED) {
      return false;
    }
    List<VersionRange> ranges = statement.affected().ranges();
    return ranges.isEmpty()
        || ranges.stream().anyMatch(range -> !isSurelyAbove(version, range, scheme))
        || ranges.stream()
            .anyMatch(range -> range.fixed() == null || parse(range.fixed(), scheme) == null);
  }

  private static boolean isSurelyAbove(String version, VersionRange range, VersionScheme scheme) {
    if (range.fixed() == null) {
      return false;
    }
    Version fixed = parse(range.fixed(), scheme);
    Version installed = parse(version, scheme);
    return fixed != null && installed != null && installed.compareTo(fixed) >= 0;
  }

  private static boolean holds(Statement statement, String version, VersionScheme scheme) {
    if (statement.withdrawn() || statement.affected().status() == VendorStatus.NOT_AFFECTED) {
      return false;
    }
    List<VersionRange> ranges = statement.affected().ranges();
    return ranges.isEmpty() || ranges.stream().anyMatch(range -> contains(range, version, scheme));
  }

  private static boolean contains(VersionRange range, String text, VersionScheme scheme) {
    Version version = parse(text, scheme);
    Version from = range.introduced() == null ? null : parse(range.introduced(), scheme);
    Version fixed = range.fixed() == null ? null : parse(range.fixed(), scheme);
    Version last = range.lastAffected() == null ? null : parse(range.lastAffected(), scheme);
    return version != null
        && (from == null || version.compareTo(from) >= 0)
        && (fixed == null || version.compareTo(fixed) < 0)
        && (last == null || version.compareTo(last) <= 0);
  }

  private static @Nullable Version parse(String text, VersionScheme scheme) {
    try {
      return scheme.parse(text);
    } catch (InvalidVersionException invalid) {
      return null;
    }
  }
}
