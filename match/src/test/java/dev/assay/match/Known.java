package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.CvssScore;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Ecosystem;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Advisories held in a list: a slow, obvious AdvisorySource, and a short way to write them down.
final class Known implements AdvisorySource {
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, String> advisorySeverities = new HashMap<>();
  private final Map<VulnerabilityId, Vulnerability> vulnerabilities = new HashMap<>();
  private final Map<Ecosystem, ReleaseLife> lives = new HashMap<>();
  private long landmarks;

  /// Starts a statement: `of("debian:12", "openssl", "CVE-1")`.
  Sentence of(String ecosystem, String name, String... vulnerabilities) {
    return new Sentence(Ecosystem.parse(ecosystem), name, vulnerabilities);
  }

  Known life(ReleaseLife life) {
    lives.put(life.ecosystem(), life);
    return this;
  }

  /// Is a starter set of so many vulnerabilities.
  Known starterSetOf(long vulnerabilityCount) {
    landmarks = vulnerabilityCount;
    return this;
  }

  Known severity(String source, String advisory, String word) {
    advisorySeverities.put(source + " " + advisory, word);
    return this;
  }

  Known vulnerability(String id, List<String> aliases, CvssScore... scores) {
    VulnerabilityId name = new VulnerabilityId(id);
    vulnerabilities.put(
        name,
        new Vulnerability(
            name,
            aliases.stream().map(VulnerabilityId::new).toList(),
            "",
            "",
            List.of(scores),
            List.of(),
            List.of(),
            null,
            null,
            false,
            null,
            null,
            List.of(),
            null,
            List.of()));
    return this;
  }

  final class Sentence {
    private final Ecosystem ecosystem;
    private final String name;
    private final List<VulnerabilityId> about;
    private String source = "vendor";
    private @Nullable String advisory;
    private Advisory.Kind kind = Advisory.Kind.VULNERABILITY;
    private Naming naming = Naming.SOURCE;
    private String repository = "";
    private @Nullable String severity;
    private @Nullable String module;
    private boolean withdrawn;

    Sentence(Ecosystem ecosystem, String name, String... vulnerabilities) {
      this.ecosystem = ecosystem;
      this.name = name;
      this.about = Arrays.stream(vulnerabilities).map(VulnerabilityId::new).toList();
    }

    Sentence from(String sourceId) {
      this.source = sourceId;
      return this;
    }

    Sentence bulletin(String id) {
      this.advisory = id;
      this.kind = Advisory.Kind.BULLETIN;
      return this;
    }

    Sentence onBinary() {
      this.naming = Naming.BINARY;
      return this;
    }

    Sentence in(String repositoryName) {
      this.repository = repositoryName;
      return this;
    }

    Sentence rated(String word) {
      this.severity = word;
      return this;
    }

    Sentence module(String stream) {
      this.module = stream;
      return this;
    }

    Sentence withdrawn() {
      this.withdrawn = true;
      return this;
    }

    Known fixedIn(String version) {
      return add(VendorStatus.FIXED, List.of(VersionRange.before(version)));
    }

    Known ranges(VersionRange... ranges) {
      return add(VendorStatus.FIXED, List.of(ranges));
    }

    Known is(VendorStatus status) {
      return add(status, List.of());
    }

    private Known add(VendorStatus status, List<VersionRange> ranges) {
      String id = advisory != null ? advisory : about.getFirst().value();
      statements.add(
          new Statement(
              new SourceId(source),
              new AdvisoryId(id),
              kind,
              withdrawn,
              about,
              new AffectedPackage(
                  ecosystem, repository, name, naming, status, ranges, severity, module, null)));
      return Known.this;
    }
  }

  @Override
  public List<Statement> statements(Ecosystem ecosystem, String packageName) {
    return statements.stream()
        .filter(s -> s.affected().ecosystem().equals(ecosystem))
        .filter(s -> s.affected().name().equals(packageName))
        .toList();
  }

  @Override
  public List<Statement> candidates(Ecosystem ecosystem, String packageName, String version) {
    return statements(ecosystem, packageName).stream()
        .filter(s -> s.affected().status() != VendorStatus.NOT_AFFECTED)
        .toList();
  }

  @Override
  public Optional<Advisory> advisory(SourceId source, AdvisoryId id) {
    return Optional.ofNullable(advisorySeverities.get(source + " " + id))
        .map(
            word ->
                new Advisory(
                    source,
                    id,
                    Advisory.Kind.BULLETIN,
                    List.of(),
                    List.of(),
                    "",
                    "",
                    word,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    false,
                    List.of()));
  }

  @Override
  public Optional<Vulnerability> vulnerability(VulnerabilityId id) {
    return Optional.ofNullable(vulnerabilities.get(id));
  }

  @Override
  public Set<Ecosystem> ecosystems() {
    return statements.stream().map(s -> s.affected().ecosystem()).collect(Collectors.toSet());
  }

  @Override
  public Set<String> repositories(Ecosystem ecosystem) {
    return statements.stream()
        .filter(s -> s.affected().ecosystem().equals(ecosystem))
        .map(s -> s.affected().repository())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<ReleaseLife> life(Ecosystem ecosystem) {
    return Optional.ofNullable(lives.get(ecosystem));
  }

  @Override
  public DatabaseInfo info() {
    return new DatabaseInfo("test", Instant.EPOCH, landmarks > 0, landmarks, List.of());
  }
}
