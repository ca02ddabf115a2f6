package dev.assay.match;

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

/// Where the matcher gets advisories from: the port that the advisory database implements.
/// Answers do not change while it is open.
public interface AdvisorySource {

  /// Every statement on a package name, in no promised order, whatever its version; withdrawn
  /// ones and ones that say not-affected included. Empty where there is none.
  List<Statement> statements(Ecosystem ecosystem, String packageName);

  /// Of {@link #statements}, at least those that may hold for the installed version: left out is
  /// what is surely fixed in `version` or before, and what says not-affected. The order is the
  /// ecosystem's version order; for a version that cannot be parsed all statements are
  /// candidates.
  List<Statement> candidates(Ecosystem ecosystem, String packageName, String version);

  /// The whole document, without its `affected` list (which is left empty).
  Optional<Advisory> advisory(SourceId source, AdvisoryId id);

  /// What all sources know of a vulnerability.
  Optional<Vulnerability> vulnerability(VulnerabilityId id);

  /// The ecosystems that have statements.
  Set<Ecosystem> ecosystems();

  /// The repositories of an ecosystem that have statements; a lone empty text where it has no
  /// parts.
  Set<String> repositories(Ecosystem ecosystem);

  /// Support dates, empty where unknown.
  Optional<ReleaseLife> life(Ecosystem ecosystem);

  DatabaseInfo info();
}
