package dev.assay.scap.oval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state with the values of its variables: what it says of a thing found. Things come in runs
/// that are alike where the state looks, as the files of one owner: the last verdict is kept.
final class StateMatcher {
  private final @Nullable LogicalOperator operator;
  private final List<EntityMatcher> entities;
  private List<List<Item.Field>> last = List.of();

  /// A state that looks at nothing is met.
  private Truth verdict = Truth.TRUE;

  private StateMatcher(@Nullable LogicalOperator operator, List<EntityMatcher> entities) {
    this.operator = operator;
    this.entities = entities;
  }

  static StateMatcher of(LogicalOperator operator, List<EntityMatcher> entities) {
    return new StateMatcher(operator, entities);
  }

  /// A state that the content does not have.
  static StateMatcher unknown() {
    return new StateMatcher(null, List.of());
  }

  Truth judge(Described found) {
    LogicalOperator known = operator;
    if (known == null || (found instanceof Item item && item.status() == Item.Status.ERROR)) {
      return Truth.ERROR;
    }
    List<List<Item.Field>> fields = new ArrayList<>(entities.size());
    for (EntityMatcher entity : entities) {
      fields.add(found.named(entity.entity().name()));
    }
    if (!fields.equals(last)) {
      verdict = judge(known, fields);
      last = fields;
    }
    return verdict;
  }

  private Truth judge(LogicalOperator operator, List<List<Item.Field>> fields) {
    List<Truth> truths = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      truths.add(entities.get(i).judgeAll(fields.get(i)));
    }
    return operator.combine(truths);
  }
}
