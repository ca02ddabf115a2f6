package dev.assay.assessment.evidence;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.AssessedPackages.AssessedPackage;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.model.Assessment;
import dev.assay.model.NotEvaluated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What new advisories change: they judge each distinct package version once, and then only the
/// resources with one whose verdict has changed.
public final class Rejudging {
  private static final int PACKAGES_AT_ONCE = 500;
  private static final int RESOURCES_AT_ONCE = 50;

  private final Transactions transactions;
  private final EvidenceStore evidence;
  private final AssessedPackages packages;
  private final Settlement settlement;
  private final Advisories advisories;
  private final InstantSource clock;

  public Rejudging(
      Transactions transactions,
      EvidenceStore evidence,
      AssessedPackages packages,
      Settlement settlement,
      Advisories advisories,
      InstantSource clock) {
    this.transactions = transactions;
    this.evidence = evidence;
    this.packages = packages;
    this.settlement = settlement;
    this.advisories = advisories;
    this.clock = clock;
  }

  /// How many it judged.
  public record Outcome(int packages, int resources) {}

  /// Brings everything up to the current edition; it may be stopped and begun again at any time.
  public Outcome run() {
    Edition edition = advisories.current();
    int judged = judgePackages(edition);
    int resources = judgeTouched(edition);
    transactions.writeInTurn(
        writing -> {
          evidence.confirm(writing, edition.id(), clock.instant());
          return resources;
        });
    return new Outcome(judged, resources);
  }

  private int judgePackages(Edition edition) {
    int judged = 0;
    List<AssessedPackage> batch = unjudged(edition);
    while (!batch.isEmpty()) {
      Map<Long, String> verdicts = new HashMap<>();
      batch.forEach(one -> verdicts.put(one.number(), mark(one, edition)));
      transactions.writeInTurn(
          writing -> {
            packages.judged(writing, edition.id(), verdicts);
            return verdicts.size();
          });
      judged += batch.size();
      batch = unjudged(edition);
    }
    return judged;
  }

  private List<AssessedPackage> unjudged(Edition edition) {
    return transactions.read(reading -> packages.unjudged(reading, edition.id(), PACKAGES_AT_ONCE));
  }

  private String mark(AssessedPackage one, Edition edition) {
    Assessment assessment = settlement.assess(one.alone(), edition);
    MessageDigest digest = Sha256.begin();
    for (Judged finding : settlement.judged(assessment)) {
      digest.update(bytes(finding.contentHash().hex()));
    }
    for (NotEvaluated gap : assessment.notEvaluated()) {
      digest.update(bytes(gap.toString()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// In the order of their numbers, so that it ends even where another node judges by another
  /// edition at the same time.
  private int judgeTouched(Edition edition) {
    int judged = 0;
    List<Resource> batch = touched(0);
    while (!batch.isEmpty()) {
      for (Resource resource : batch) {
        judgeAgain(resource, edition);
      }
      judged += batch.size();
      batch = touched(batch.getLast().number());
    }
    return judged;
  }

  private List<Resource> touched(long above) {
    return transactions.read(reading -> evidence.touched(reading, above, RESOURCES_AT_ONCE));
  }

  private void judgeAgain(Resource resource, Edition edition) {
    transactions.change(
        writing -> {
          packages.enter(writing);
          Optional<String> mark = evidence.mark(writing, resource);
          if (mark.isPresent()) {
            String document = evidence.document(writing, resource).orElseThrow();
            settlement.settle(writing, resource, settlement.judge(mark.get(), document, edition));
          }
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
