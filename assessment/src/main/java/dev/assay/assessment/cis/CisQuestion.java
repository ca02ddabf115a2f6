package dev.assay.assessment.cis;

import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which entries of a list, and in which order. All criteria that are given must hold; of one
/// criterion any of its conditions, and of texts besides all that say `NOT_EQUALS`.
///
/// @param failed how many checks failed
/// @param tags of the resources
/// @param started when
public record CisQuestion<F extends Enum<F> & CisFacet>(
    Map<F, List<TextCondition>> texts,
    List<NumberRange> failed,
    List<TagCondition> tags,
    List<DateRange> started,
    F sortedBy,
    boolean descending) {
  public CisQuestion {
    // Sorted, so that equal questions read alike on every node.
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    failed = List.copyOf(failed);
    tags = List.copyOf(tags);
    started = List.copyOf(started);
  }

  /// Everything, in an order.
  public static <F extends Enum<F> & CisFacet> CisQuestion<F> all(F sortedBy) {
    return new CisQuestion<>(Map.of(), List.of(), List.of(), List.of(), sortedBy, false);
  }

  public List<TextCondition> of(F facet) {
    return texts.getOrDefault(facet, List.of());
  }
}
