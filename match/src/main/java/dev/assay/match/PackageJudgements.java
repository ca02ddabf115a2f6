package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageType;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.VulnerabilityId;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Judges what is known of one package: first only the statements that may hold for its version,
/// which is all there is to do for a package that is up to date; then, for the vulnerabilities
/// found, every statement on them, because another one may take precedence.
final class PackageJudgements {
  private final AdvisorySource advisories;
  private final Ecosystem ecosystem;
  private final StatementJudge judge;
  private final Precedence precedence;

  PackageJudgements(AdvisorySource advisories, Ecosystem ecosystem, RepositoryRule repositories) {
    this.advisories = advisories;
    this.ecosystem = ecosystem;
    this.judge = new StatementJudge(repositories);
    this.precedence = new Precedence(ecosystem);
  }

  /// The vulnerabilities a package has, and what could not be decided about it.
  record Result(Map<VulnerabilityId, Conclusion> affected, List<NotEvaluated> notEvaluated) {
    Result {
      notEvaluated = List.copyOf(notEvaluated);
    }
  }

  Result judge(List<Subject> subjects) {
    List<NotEvaluated> notEvaluated = new ArrayList<>();
    List<Judgement> found = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Statement> candidates =
          advisories.candidates(ecosystem, subject.name(), subject.version());
      if (!candidates.isEmpty()) {
        found.addAll(judgeEach(subject, candidates, notEvaluated));
      }
    }
    notEvaluated.addAll(undecided(subjects, found));
    Set<VulnerabilityId> suspected = new LinkedHashSet<>();
    boolean alone = subjects.size() == 1;
    for (Judgement judgement : found) {
      if (judgement.outcome() == Outcome.AFFECTED) {
        suspected.addAll(judgement.statement().vulnerabilities());
        alone &= precedence.decidesAlone(judgement.statement());
      }
    }
    if (suspected.isEmpty()) {
      return new Result(Map.of(), notEvaluated);
    }
    List<Judgement> all = alone ? found : judgeAll(subjects, suspected);
    return new Result(affected(subjects.getFirst().type(), all, suspected), notEvaluated);
  }

  /// Every judgement on one vulnerability, for an explanation.
  List<Judgement> explain(List<Subject> subjects, VulnerabilityId vulnerability) {
    return judgeAll(subjects, Set.of(vulnerability));
  }

  Reconciliation reconciliation(PackageType type) {
    return new Reconciliation(precedence, type);
  }

  private List<Judgement> judgeAll(List<Subject> subjects, Set<VulnerabilityId> wanted) {
    List<Judgement> all = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Statement> statements =
          advisories.statements(ecosystem, subject.name()).stream()
              .filter(statement -> statement.vulnerabilities().stream().anyMatch(wanted::contains))
              .toList();
      all.addAll(judgeEach(subject, statements, new ArrayList<>()));
    }
    return all;
  }

  private List<Judgement> judgeEach(
      Subject subject, List<Statement> statements, List<NotEvaluated> notEvaluated) {
    Version installed;
    try {
      installed = VersionScheme.of(subject.type()).parse(subject.version());
    } catch (InvalidVersionException invalid) {
      notEvaluated.add(
          new NotEvaluated(
              subject.description(),
              Reason.VERSION_UNPARSEABLE,
              String.valueOf(invalid.getMessage()),
              Gap.PART));
      return List.of();
    }
    List<Judgement> judgements = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      if (statement.affected().naming() == subject.naming()
          && !statement.vulnerabilities().isEmpty()) {
        judgements.add(judge.judge(subject, installed, statement));
      }
    }
    return judgements;
  }

  private Map<VulnerabilityId, Conclusion> affected(
      PackageType type, List<Judgement> judgements, Set<VulnerabilityId> suspected) {
    Map<VulnerabilityId, List<Judgement>> byVulnerability = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      for (VulnerabilityId vulnerability : judgement.statement().vulnerabilities()) {
        if (suspected.contains(vulnerability)) {
          byVulnerability.computeIfAbsent(vulnerability, key -> new ArrayList<>()).add(judgement);
        }
      }
    }
    Reconciliation reconciliation = reconciliation(type);
    Map<VulnerabilityId, Conclusion> affected = new TreeMap<>();
    byVulnerability.forEach(
        (vulnerability, ofIt) -> {
          Conclusion conclusion = reconciliation.conclude(ofIt);
          if (conclusion != null && conclusion.outcome() == Outcome.AFFECTED) {
            affected.put(vulnerability, conclusion);
          }
        });
    return affected;
  }

  /// One line for all statements of a package that could not be decided for the same reason. A
  /// product whose use is unknown is no gap where the ordinary repositories have the package too.
  private List<NotEvaluated> undecided(List<Subject> subjects, List<Judgement> found) {
    Map<String, List<Judgement>> byReason = new LinkedHashMap<>();
    for (Judgement judgement : found) {
      if (judgement.outcome() == Outcome.NOT_EVALUATED
          && !(judgement.reach() instanceof Reach.Unknown && isOfOrdinaryRepository(subjects))) {
        byReason
            .computeIfAbsent(judgement.steps().getLast().text(), key -> new ArrayList<>())
            .add(judgement);
      }
    }
    List<NotEvaluated> gaps = new ArrayList<>();
    byReason.forEach(
        (why, judgements) ->
            gaps.add(
                new NotEvaluated(
                    subjects.getFirst().description(),
                    Reason.AMBIGUOUS,
                    why
                        + " ("
                        + judgements.size()
                        + (judgements.size() == 1 ? " advisory, " : " advisories, for example ")
                        + judgements.getFirst().statement().advisory()
                        + ")",
                    Gap.PART)));
    return gaps;
  }

  private boolean isOfOrdinaryRepository(List<Subject> subjects) {
    return subjects.stream()
        .anyMatch(
            subject ->
                advisories.statements(ecosystem, subject.name()).stream()
                    .anyMatch(statement -> judge.concernsOrdinaryRepository(subject, statement)));
  }
}
