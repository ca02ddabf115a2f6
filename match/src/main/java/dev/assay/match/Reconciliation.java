package dev.assay.match;

import dev.assay.model.PackageType;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.Trace.Step;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings the judgements of several statements on one vulnerability in one package together.
///
/// Only statements that concern the resource take part. Of those, only the ones of the lowest
/// rank (`Precedence`) decide; the others are superseded. Among equals:
///
/// - one that says the package is vulnerable wins, and the highest of their fixes is the one that
///   mends it: a second bulletin on the same vulnerability is a fix of the first fix;
/// - unless a repository beyond the main one (Ubuntu's ESM, SUSE's LTSS) has fixed it and that
///   fix is installed, or its vendor found the code not affected: then that is so, whatever the
///   main repository's statement was left at when its support ended.
final class Reconciliation {
  private final Precedence precedence;
  private final PackageType type;

  Reconciliation(Precedence precedence, PackageType type) {
    this.precedence = precedence;
    this.type = type;
  }

  /// Null where no statement decides.
  @Nullable Conclusion conclude(List<Judgement> judgements) {
    List<Judgement> deciding = lowestRank(judgements);
    if (deciding.isEmpty()) {
      return null;
    }
    List<Step> remarks = new ArrayList<>();
    int superseded = (int) judgements.stream().filter(Judgement::decides).count() - deciding.size();
    if (superseded > 0) {
      remarks.add(
          new Step(
              "precedence",
              deciding.getFirst().statement().source()
                  + " "
                  + deciding.getFirst().statement().advisory()
                  + " takes precedence over "
                  + superseded
                  + (superseded == 1 ? " other statement" : " other statements")));
    }
    Judgement beyond = settledBeyondTheMainRepository(deciding);
    if (beyond != null) {
      return new Conclusion(beyond.outcome(), List.of(beyond), null, null, remarks);
    }
    List<Judgement> affected = with(deciding, Outcome.AFFECTED);
    if (affected.isEmpty()) {
      List<Judgement> fixed = with(deciding, Outcome.FIXED);
      List<Judgement> settled = fixed.isEmpty() ? deciding : fixed;
      return new Conclusion(settled.getFirst().outcome(), settled, null, null, remarks);
    }
    return vulnerable(affected, remarks);
  }

  private List<Judgement> lowestRank(List<Judgement> judgements) {
    int lowest = Integer.MAX_VALUE;
    List<Judgement> deciding = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (!judgement.decides()) {
        continue;
      }
      int rank = precedence.rank(judgement.statement());
      if (rank < lowest) {
        deciding.clear();
        lowest = rank;
      }
      if (rank == lowest) {
        deciding.add(judgement);
      }
    }
    return deciding;
  }

  private static @Nullable Judgement settledBeyondTheMainRepository(List<Judgement> deciding) {
    boolean several =
        deciding.stream().map(j -> j.statement().affected().repository()).distinct().count() > 1;
    if (!several) {
      return null;
    }
    for (Judgement judgement : deciding) {
      boolean beyond = RepositoryRule.isBeyondTheMainOne(judgement.statement().affected());
      if (beyond && judgement.outcome() != Outcome.AFFECTED) {
        return judgement;
      }
    }
    boolean ubuntu = deciding.getFirst().statement().affected().ecosystem().name().equals("ubuntu");
    return ubuntu
        ? deciding.stream().filter(j -> j.outcome() == Outcome.FIXED).findFirst().orElse(null)
        : null;
  }

  private Conclusion vulnerable(List<Judgement> affected, List<Step> remarks) {
    List<Judgement> ordinary = new ArrayList<>();
    List<Judgement> subscribed = new ArrayList<>();
    String fixedVersion = null;
    Conclusion.FixElsewhere elsewhere = null;
    for (Judgement judgement : affected) {
      String fix = judgement.fixedVersion();
      switch (judgement.reach()) {
        case Reach.NeedsSubscription(String name) -> {
          if (fix != null) {
            elsewhere = new Conclusion.FixElsewhere(name, fix);
          }
          subscribed.add(judgement);
        }
        case Reach.Enabled(), Reach.Elsewhere(Step _), Reach.Unknown(Step _) -> {
          fixedVersion = higher(fixedVersion, fix);
          ordinary.add(judgement);
        }
      }
    }
    List<Judgement> ordered = new ArrayList<>(ordinary);
    ordered.addAll(subscribed);
    if (fixedVersion != null) {
      return new Conclusion(Outcome.AFFECTED, fixFirst(ordered), fixedVersion, null, remarks);
    }
    if (elsewhere != null) {
      remarks.add(
          new Step(
              "subscription",
              "fixed in "
                  + elsewhere.fixedVersion()
                  + ", but only in "
                  + elsewhere.subscription()
                  + ", which is not attached"));
    }
    return new Conclusion(Outcome.AFFECTED, ordered, null, elsewhere, remarks);
  }

  /// The judgement that names the version to install explains the finding best.
  private static List<Judgement> fixFirst(List<Judgement> judgements) {
    List<Judgement> ordered = new ArrayList<>(judgements);
    ordered.sort(java.util.Comparator.comparing((Judgement j) -> j.fixedVersion() == null ? 1 : 0));
    return ordered;
  }

  private @Nullable String higher(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    try {
      VersionScheme scheme = VersionScheme.of(type);
      Version first = scheme.parse(one);
      return first.compareTo(scheme.parse(other)) >= 0 ? one : other;
    } catch (InvalidVersionException invalid) {
      return one;
    }
  }

  private static List<Judgement> with(List<Judgement> judgements, Outcome outcome) {
    return judgements.stream().filter(j -> j.outcome() == outcome).toList();
  }
}
