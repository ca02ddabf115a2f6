package dev.assay.assessment.evidence;

import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.EvidenceStore.JudgedEvidence;
import dev.assay.assessment.evidence.EvidenceStore.KnownEvidence;
import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Assessment;
import dev.assay.model.OperatingSystem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Takes evidence in: keeps it, judges it and reconciles the findings, in one transaction, so that
/// what was answered for is never lost and never half done. Judging itself happens outside of it.
public final class EvidenceIntake {
  private static final Set<FindingType> JUDGED = Set.of(FindingType.PACKAGE_VULNERABILITY);

  private final Transactions transactions;
  private final ResourceStore resources;
  private final EvidenceStore evidence;
  private final FindingStore findings;
  private final InventoryDocuments documents;
  private final Advisories advisories;
  private final InstantSource clock;

  public EvidenceIntake(
      Transactions transactions,
      ResourceStore resources,
      EvidenceStore evidence,
      FindingStore findings,
      InventoryDocuments documents,
      Advisories advisories,
      InstantSource clock) {
    this.transactions = transactions;
    this.resources = resources;
    this.evidence = evidence;
    this.findings = findings;
    this.documents = documents;
    this.advisories = advisories;
    this.clock = clock;
  }

  /// Takes a submission.
  ///
  /// @throws InvalidEvidenceException where its document is no inventory; nothing was changed then
  public Receipt submit(Submission submission) {
    Edition edition = advisories.current();
    if (submission.document().isEmpty()) {
      return recognise(submission, edition);
    }
    Verdict verdict = judge(submission.mark(), submission.document().get(), edition);
    return transactions.write(
        writing -> {
          ResourceDetails details = completed(submission.details(), verdict.assessment());
          return settle(writing, observe(writing, submission, details), verdict);
        });
  }

  /// Judges again what another edition of the advisories judged, a batch at a time.
  ///
  /// @return how many resources it judged; fewer than `most` when none is left
  public int judgeAgain(int most) {
    Edition edition = advisories.current();
    List<Resource> outdated =
        transactions.read(reading -> evidence.judgedByOther(reading, edition.id(), most));
    for (Resource resource : outdated) {
      transactions.write(
          writing -> {
            String mark = evidence.find(writing, resource).map(KnownEvidence::mark).orElseThrow();
            String document = evidence.document(writing, resource).orElseThrow();
            return settle(writing, resource, judge(mark, document, edition));
          });
    }
    return outdated.size();
  }

  private Receipt recognise(Submission submission, Edition edition) {
    return transactions.write(
        writing -> {
          Optional<Resource> known = resources.find(writing, submission.resource());
          Optional<KnownEvidence> before =
              known.flatMap(resource -> evidence.find(writing, resource));
          if (before.isEmpty() || !before.get().mark().equals(submission.mark())) {
            return new Receipt.DocumentRequired();
          }
          Resource resource = observe(writing, submission, known.get().details());
          if (before.get().edition().equals(edition.id())) {
            return new Receipt.Unchanged();
          }
          String document = evidence.document(writing, resource).orElseThrow();
          return settle(writing, resource, judge(submission.mark(), document, edition));
        });
  }

  private Resource observe(Writing writing, Submission submission, ResourceDetails details) {
    return resources.observe(
        writing, submission.resource(), details, submission.tags(), clock.instant());
  }

  /// What the inventory itself tells of the resource: `DEBIAN_12`.
  private static ResourceDetails completed(ResourceDetails details, Assessment assessment) {
    OperatingSystem os = assessment.inventory().os();
    if (details instanceof ResourceDetails.Host host && os != null) {
      String name = os.versionId().isEmpty() ? os.id() : os.id() + "_" + os.versionId();
      return host.on(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return details;
  }

  /// What advisories say of a document.
  private record Verdict(
      String mark,
      String document,
      Edition edition,
      Assessment assessment,
      List<Judged> observed) {}

  private Verdict judge(String mark, String document, Edition edition) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Assessment assessment =
        new VulnerabilityMatcher(edition.source(), today).assess(documents.read(document));
    List<Judged> observed =
        PackageVulnerabilities.observed(assessment).stream().map(this::judged).toList();
    return new Verdict(mark, document, edition, assessment, observed);
  }

  private Judged judged(ObservedFinding finding) {
    return new Judged(finding, findings.hash(finding.content()));
  }

  private Receipt settle(Writing writing, Resource resource, Verdict verdict) {
    Instant now = clock.instant();
    List<FindingChange> changes =
        new Reconciliation(
                findings.ofResource(writing, resource),
                key -> FindingId.of(resource.key(), key),
                now)
            .changes(verdict.observed(), JUDGED);
    findings.apply(writing, resource, changes, now);
    evidence.keep(
        writing,
        resource,
        new JudgedEvidence(
            verdict.mark(),
            verdict.document(),
            verdict.edition().id(),
            ScanStatus.of(verdict.assessment()),
            verdict.assessment().notEvaluated(),
            now));
    int closed = (int) changes.stream().filter(FindingChange.Closed.class::isInstance).count();
    return new Receipt.Assessed(verdict.observed().size(), changes.size() - closed, closed);
  }
}
