package dev.assay.scap.oval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be collected.
///
/// @param type the element's name without `_object`, such as `textfilecontent54`
/// @param set how it is made of other objects; null where it is collected itself
public record OvalObject(
    String id,
    String type,
    Map<String, String> behaviours,
    List<Entity> entities,
    List<Filter> filters,
    @Nullable ObjectSet set) {

  /// Keeps or drops the items that a state matches.
  public record Filter(boolean exclude, String state) {}

  /// A combination of the items of objects or of further sets.
  public record ObjectSet(
      SetOperator operator, List<String> objects, List<ObjectSet> sets, List<Filter> filters) {}

  /// The entity of this name.
  public Optional<Entity> entity(String name) {
    return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
  }

  /// A behaviour, or what the schema says where it is not given.
  public String behaviour(String name, String otherwise) {
    return behaviours.getOrDefault(name, otherwise);
  }

  /// What makes two objects the same collection: all but the id.
  Object content() {
    return List.of(type, behaviours, entities, filters);
  }
}
