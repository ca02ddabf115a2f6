package dev.assay.scap.oval;

import dev.assay.scap.oval.Item.Field;
import java.util.ArrayList;
import java.util.List;

/// An entity with the values of its variable: what it says of one value found.
///
/// @param flag how the variable's values came about; complete where there is no variable
/// @param parts those of a record's parts; otherwise empty
/// @param stated the values to compare with; one of them where there is no variable
record EntityMatcher(
    Entity entity,
    Flag flag,
    List<String> stated,
    List<EntityMatcher> parts,
    Comparison comparison) {

  /// What the entity says of one value.
  Truth judge(String found) {
    if (entity.variable() == null) {
      return comparison.compare(entity.datatype(), entity.operation(), found, stated.getFirst());
    }
    if (stated.isEmpty()) {
      return flag == Flag.NOT_COLLECTED ? Truth.UNKNOWN : Truth.ERROR;
    }
    return entity
        .variableCheck()
        .combine(
            stated.stream()
                .map(
                    value ->
                        comparison.compare(entity.datatype(), entity.operation(), found, value))
                .toList());
  }

  /// Whether a value found is one that is meant, as an entity of an object.
  boolean accepts(String found) {
    return judge(found) == Truth.TRUE;
  }

  /// What the entity says of the fields of an item.
  Truth judgeAll(List<Field> fields) {
    return entity.entityCheck().combine(fields.stream().map(this::judgeField).toList());
  }

  private Truth judgeField(Field field) {
    return switch (field.status()) {
      case EXISTS -> entity.datatype().equals("record") ? record(field) : judge(field.value());
      case DOES_NOT_EXIST -> Truth.FALSE;
      case ERROR -> Truth.ERROR;
      case NOT_COLLECTED -> Truth.UNKNOWN;
    };
  }

  /// What the entity's parts say of a record: all of them must be met. Of
  /// one that is not there nothing can be said.
  private Truth record(Field field) {
    List<Truth> truths = new ArrayList<>();
    for (EntityMatcher part : parts) {
      List<Field> named =
          field.parts().stream().filter(each -> each.name().equals(part.entity().name())).toList();
      truths.add(named.isEmpty() ? Truth.ERROR : part.judgeAll(named));
    }
    return LogicalOperator.AND.combine(truths);
  }
}
