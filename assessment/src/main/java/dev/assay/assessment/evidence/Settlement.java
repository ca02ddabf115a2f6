package dev.assay.assessment.evidence;

import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.EvidenceStore.JudgedEvidence;
import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Writing;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Judges documents and brings the findings of their resources up to date.
public final class Settlement {
  private static final Set<FindingType> JUDGED = Set.of(FindingType.PACKAGE_VULNERABILITY);

  private final EvidenceStore evidence;
  private final AssessedPackages packages;
  private final FindingStore findings;
  private final InventoryDocuments documents;
  private final InstantSource clock;

  public Settlement(
      EvidenceStore evidence,
      AssessedPackages packages,
      FindingStore findings,
      InventoryDocuments documents,
      InstantSource clock) {
    this.evidence = evidence;
    this.packages = packages;
    this.findings = findings;
    this.documents = documents;
    this.clock = clock;
  }

  /// What an edition says of a document.
  ///
  /// @throws InvalidEvidenceException where it is no inventory
  Judgement judge(String mark, String document, Edition edition) {
    Assessment assessment = assess(documents.read(document), edition);
    return new Judgement(mark, document, edition, assessment, judged(assessment));
  }

  /// What an edition says of an inventory.
  Assessment assess(Inventory inventory, Edition edition) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new VulnerabilityMatcher(edition.source(), today).assess(inventory);
  }

  List<Judged> judged(Assessment assessment) {
    return PackageVulnerabilities.observed(assessment).stream().map(this::judged).toList();
  }

  private Judged judged(ObservedFinding finding) {
    return new Judged(finding, findings.hash(finding.content()));
  }

  Receipt settle(Writing writing, Resource resource, Judgement judgement) {
    Instant now = clock.instant();
    Assessment assessment = judgement.assessment();
    List<FindingChange> changes =
        new Reconciliation(
                findings.ofResource(writing, resource),
                key -> FindingId.of(resource.key(), key),
                now)
            .changes(judgement.observed(), JUDGED);
    findings.apply(writing, resource, changes, now);
    String edition = judgement.edition().id();
    evidence.keep(
        writing,
        resource,
        new JudgedEvidence(
            judgement.mark(),
            judgement.document(),
            edition,
            ScanStatus.of(assessment),
            assessment.notEvaluated(),
            packages.numbers(writing, VulnerabilityMatcher.alone(assessment.inventory()), edition),
            now));
    int closed = (int) changes.stream().filter(FindingChange.Closed.class::isInstance).count();
    return new Receipt.Assessed(judgement.observed().size(), changes.size() - closed, closed);
  }
}
