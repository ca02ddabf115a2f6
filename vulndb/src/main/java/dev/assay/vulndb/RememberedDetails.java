package dev.assay.vulndb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/// A database that keeps the long parts of what was asked for lately, since unpacking them is most
/// of the work of an assessment. A fleet's hosts have much the same vulnerabilities. For use by
/// several threads.
public final class RememberedDetails implements AdvisorySource {
  private static final long MOST_CHARACTERS = 32L << 20;
  private static final int ALL_ELSE = 1_000;

  private final AdvisorySource database;
  private final Cache<VulnerabilityId, Optional<Vulnerability>> vulnerabilities =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher(
              (VulnerabilityId id, Optional<Vulnerability> known) ->
                  ALL_ELSE + known.map(one -> one.description().length()).orElse(0))
          .build();
  private final Cache<AdvisoryKey, Optional<Advisory>> advisories =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher(
              (AdvisoryKey key, Optional<Advisory> known) ->
                  ALL_ELSE + known.map(one -> one.description().length()).orElse(0))
          .build();

  public RememberedDetails(AdvisorySource database) {
    this.database = database;
  }

  private record AdvisoryKey(SourceId source, AdvisoryId id) {}

  @Override
  public Optional<Advisory> advisory(SourceId source, AdvisoryId id) {
    return advisories.get(new AdvisoryKey(source, id), key -> database.advisory(source, id));
  }

  @Override
  public Optional<Vulnerability> vulnerability(VulnerabilityId id) {
    return vulnerabilities.get(id, database::vulnerability);
  }

  @Override
  public List<Statement> statements(Ecosystem ecosystem, String packageName) {
    return database.statements(ecosystem, packageName);
  }

  @Override
  public List<Statement> candidates(Ecosystem ecosystem, String packageName, String version) {
    return database.candidates(ecosystem, packageName, version);
  }

  @Override
  public Set<Ecosystem> ecosystems() {
    return database.ecosystems();
  }

  @Override
  public Set<String> repositories(Ecosystem ecosystem) {
    return database.repositories(ecosystem);
  }

  @Override
  public Optional<ReleaseLife> life(Ecosystem ecosystem) {
    return database.life(ecosystem);
  }

  @Override
  public DatabaseInfo info() {
    return database.info();
  }
}
