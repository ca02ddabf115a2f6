package dev.assay.store.evidence;

import dev.assay.match.AdvisorySource;
import dev.assay.match.Statement;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Ecosystem;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Advisories that have nothing to say of one package.
record Silenced(AdvisorySource others, String packageName) implements AdvisorySource {

  @Override
  public List<Statement> statements(Ecosystem ecosystem, String name) {
    return name.equals(packageName) ? List.of() : others.statements(ecosystem, name);
  }

  @Override
  public List<Statement> candidates(Ecosystem ecosystem, String name, String version) {
    return name.equals(packageName) ? List.of() : others.candidates(ecosystem, name, version);
  }

  @Override
  public Optional<Advisory> advisory(SourceId source, AdvisoryId id) {
    return others.advisory(source, id);
  }

  @Override
  public Optional<Vulnerability> vulnerability(VulnerabilityId id) {
    return others.vulnerability(id);
  }

  @Override
  public Set<Ecosystem> ecosystems() {
    return others.ecosystems();
  }

  @Override
  public Set<String> repositories(Ecosystem ecosystem) {
    return others.repositories(ecosystem);
  }

  @Override
  public Optional<ReleaseLife> life(Ecosystem ecosystem) {
    return others.life(ecosystem);
  }

  @Override
  public DatabaseInfo info() {
    return others.info();
  }
}
