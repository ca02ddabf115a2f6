package dev.assay.assessment.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Brings what an assessment observed on a resource together with what was known of it.
///
/// A finding is one life of one (resource, rule). While it is observed it is open: `ACTIVE`, or
/// `SUPPRESSED` where a filter hides it, which is no matter of reconciling. When it is not, it is
/// `CLOSED`; observed again within {@link #REOPENING} it is the same finding and keeps its first
/// date, later it begins anew. What did not change is no change: nothing is written for it.
public final class Reconciliation {
  /// For how long a closed finding that recurs is the same finding; Inspector v2's seven days.
  public static final Duration REOPENING = Duration.ofDays(7);

  private final Map<FindingKey, KnownFinding> known;
  private final Function<FindingKey, FindingId> ids;
  private final Instant now;

  /// @param known every stored finding of the resource, closed ones too
  /// @param ids the name of the resource's finding of a key
  public Reconciliation(
      List<KnownFinding> known, Function<FindingKey, FindingId> ids, Instant now) {
    this.known = known.stream().collect(Collectors.toMap(KnownFinding::key, Function.identity()));
    this.ids = ids;
    this.now = now;
  }

  /// What changes, in the order of `observed`, then what is closed.
  ///
  /// @param observed each key at most once
  /// @param types the kinds of findings that the assessment judged: known findings of other kinds
  ///     are left as they are
  public List<FindingChange> changes(List<FindingChange.Judged> observed, Set<FindingType> types) {
    return changes(observed, types, key -> false);
  }

  /// The same where the assessment could not decide some of what it judged.
  ///
  /// @param undecided findings that stay as they are where they are not observed
  public List<FindingChange> changes(
      List<FindingChange.Judged> observed,
      Set<FindingType> types,
      Predicate<FindingKey> undecided) {
    List<FindingChange> changes = new ArrayList<>();
    Set<FindingKey> seen = new HashSet<>();
    for (FindingChange.Judged judged : observed) {
      FindingKey key = judged.finding().key();
      if (!seen.add(key)) {
        throw new IllegalArgumentException("Observed twice: " + key);
      }
      observe(judged, changes);
    }
    for (KnownFinding finding : known.values()) {
      if (finding.status() != FindingStatus.CLOSED
          && types.contains(finding.key().type())
          && !seen.contains(finding.key())
          && !undecided.test(finding.key())) {
        changes.add(new FindingChange.Closed(finding.id()));
      }
    }
    return changes;
  }

  private void observe(FindingChange.Judged judged, List<FindingChange> changes) {
    KnownFinding before = known.get(judged.finding().key());
    if (before == null) {
      changes.add(new FindingChange.Opened(ids.apply(judged.finding().key()), judged));
    } else if (before.status() == FindingStatus.CLOSED) {
      changes.add(
          recurs(before)
              ? new FindingChange.Reopened(before.id(), judged)
              : new FindingChange.Opened(before.id(), judged));
    } else if (!before.contentHash().equals(judged.contentHash())) {
      changes.add(new FindingChange.Updated(before.id(), judged));
    }
  }

  private boolean recurs(KnownFinding before) {
    Instant closed = before.closedAt();
    return closed != null && !closed.plus(REOPENING).isBefore(now);
  }
}
