package dev.assay.assessment.evidence;

import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.Inventory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The distinct package versions of all resources, each with what else bears on its verdict (see
/// {@link dev.assay.match.VulnerabilityMatcher#alone}), so that new advisories judge each of them
/// once however many resources have it: a port of the service.
public interface AssessedPackages {
  /// Opens a transaction that keeps evidence; to be called before anything else in it, so that it
  /// and one that calls {@link #judged} come one after the other.
  void enter(Writing transaction);

  /// The numbers of packages; those not known yet are added, as met under this edition and not
  /// judged by themselves so far.
  Set<Long> numbers(Writing transaction, Collection<Inventory> alone, String edition);

  /// Packages that this edition has not judged by themselves, at most so many.
  List<AssessedPackage> unjudged(Reading transaction, String edition, int most);

  /// Takes what an edition says of packages: where that differs from before, or where nobody knows
  /// what was said before, the resources that have them are touched.
  ///
  /// @param verdicts the marks of verdicts, by number
  /// @param transaction one of {@link
  ///     dev.assay.assessment.transaction.Transactions#writeInTurn}
  void judged(Writing transaction, String edition, Map<Long, String> verdicts);

  /// Removes packages that no evidence has.
  ///
  /// @param transaction one of {@link
  ///     dev.assay.assessment.transaction.Transactions#writeInTurn}
  /// @return how many
  int forgetUnused(Writing transaction);

  /// A package and the mark of its last verdict; empty where it was never judged by itself.
  record AssessedPackage(long number, Inventory alone, Optional<String> verdict) {}
}
