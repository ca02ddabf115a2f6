package dev.assay.store.cis;

import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.store.Documents;
import java.util.List;
import java.util.Map;

/// Conditions on the column `target_tags` of a listing.
final class TargetTags {
  private TargetTags() {}

  /// Asks that any of the tags is among those that targets are selected by.
  static void anyOf(CisListing<?> listing, List<TagCondition> tags) {
    if (tags.isEmpty()) {
      return;
    }
    listing.sql().append(" and ");
    listing
        .compare()
        .any(
            tags,
            tag ->
                listing
                    .sql()
                    .append("x.target_tags @> ")
                    .value(
                        TagLists.write(
                            Map.of(
                                tag.key(), tag.value() == null ? List.of() : List.of(tag.value()))))
                    .append("::jsonb"));
  }

  /// Asks that a resource has any of the tags, which the column `tags` holds.
  static void anyOfResource(CisListing<?> listing, List<TagCondition> tags) {
    if (tags.isEmpty()) {
      return;
    }
    listing.sql().append(" and ");
    listing
        .compare()
        .any(
            tags,
            tag ->
                listing
                    .sql()
                    .append("x.tags @> ")
                    .value(
                        Documents.text(
                            tag.value() == null ? Map.of() : Map.of(tag.key(), tag.value())))
                    .append("::jsonb"));
  }
}
