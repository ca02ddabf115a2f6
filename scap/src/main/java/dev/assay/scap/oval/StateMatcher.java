package dev.assay.scap.oval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state with the values of its variables: what it says of a thing found.
///
/// @param operator null where the content has no such state
record StateMatcher(@Nullable LogicalOperator operator, List<EntityMatcher> entities) {
  /// A state that the content does not have.
  static StateMatcher unknown() {
    return new StateMatcher(null, List.of());
  }

  Truth judge(Described found) {
    if (operator == null || (found instanceof Item item && item.status() == Item.Status.ERROR)) {
      return Truth.ERROR;
    }
    if (entities.isEmpty()) {
      return Truth.TRUE;
    }
    List<Truth> truths = new ArrayList<>(entities.size());
    for (EntityMatcher entity : entities) {
      truths.add(entity.judgeAll(found.named(entity.entity().name())));
    }
    return operator.combine(truths);
  }
}
