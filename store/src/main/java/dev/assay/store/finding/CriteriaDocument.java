package dev.assay.store.finding;

import dev.assay.assessment.query.Criterion;
import dev.assay.store.Documents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Criteria as they are stored: each list of one kind under its kind's name.
///
/// @param texts null where there are none, like the others
record CriteriaDocument(
    @Nullable List<Criterion.OfText> texts,
    @Nullable List<Criterion.OfDate> dates,
    @Nullable List<Criterion.OfNumber> numbers,
    @Nullable List<Criterion.OfTags> tags,
    @Nullable List<Criterion.OfPackages> packages,
    @Nullable List<Criterion.OfPorts> ports) {

  static String text(List<Criterion> criteria) {
    return Documents.text(
        new CriteriaDocument(
            only(criteria, Criterion.OfText.class),
            only(criteria, Criterion.OfDate.class),
            only(criteria, Criterion.OfNumber.class),
            only(criteria, Criterion.OfTags.class),
            only(criteria, Criterion.OfPackages.class),
            only(criteria, Criterion.OfPorts.class)));
  }

  static List<Criterion> read(String document) {
    CriteriaDocument read = Documents.read(document, CriteriaDocument.class);
    List<Criterion> criteria = new ArrayList<>();
    addAll(criteria, read.texts);
    addAll(criteria, read.dates);
    addAll(criteria, read.numbers);
    addAll(criteria, read.tags);
    addAll(criteria, read.packages);
    addAll(criteria, read.ports);
    return criteria;
  }

  private static <T extends Criterion> List<T> only(List<Criterion> criteria, Class<T> type) {
    return criteria.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void addAll(List<Criterion> criteria, @Nullable List<? extends Criterion> more) {
    if (more != null) {
      criteria.addAll(more);
    }
  }
}
