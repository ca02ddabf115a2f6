package dev.assay.assessment.evidence;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.Assessment;
import dev.assay.model.OperatingSystem;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Takes evidence in: keeps it, judges it and reconciles the findings, in one transaction, so that
/// what was answered for is never lost and never half done. Judging itself happens outside of it.
public final class EvidenceIntake {
  private final Transactions transactions;
  private final ResourceStore resources;
  private final EvidenceStore evidence;
  private final AssessedPackages packages;
  private final Settlement settlement;
  private final Advisories advisories;
  private final InstantSource clock;

  public EvidenceIntake(
      Transactions transactions,
      ResourceStore resources,
      EvidenceStore evidence,
      AssessedPackages packages,
      Settlement settlement,
      Advisories advisories,
      InstantSource clock) {
    this.transactions = transactions;
    this.resources = resources;
    this.evidence = evidence;
    this.packages = packages;
    this.settlement = settlement;
    this.advisories = advisories;
    this.clock = clock;
  }

  /// Takes a submission.
  ///
  /// @throws InvalidEvidenceException where its document is no inventory; nothing was changed then
  public Receipt submit(Submission submission) {
    Optional<String> document = submission.document();
    if (document.isEmpty()) {
      return recognise(submission);
    }
    Edition edition = advisories.current();
    Judgement judgement = settlement.judge(submission.mark(), document.get(), edition);
    return transactions.write(
        writing -> {
          packages.enter(writing);
          ResourceDetails details = completed(submission.details(), judgement.assessment());
          Resource resource = observe(writing, submission, details);
          return settlement.settle(writing, resource, judgement);
        });
  }

  /// Whether new advisories touch it is no matter of this: they are seen to on their own. All that
  /// it writes is when the resource was seen last.
  private Receipt recognise(Submission submission) {
    return transactions.note(
        writing -> {
          Optional<Resource> known = resources.find(writing, submission.resource());
          Optional<String> mark = known.flatMap(resource -> evidence.mark(writing, resource));
          if (!mark.equals(Optional.of(submission.mark()))) {
            return new Receipt.DocumentRequired();
          }
          observe(writing, submission, known.orElseThrow().details());
          return new Receipt.Unchanged();
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
}
