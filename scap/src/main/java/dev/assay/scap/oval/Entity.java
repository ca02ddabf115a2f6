package dev.assay.scap.oval;

import dev.assay.scap.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity of an object or a state: what a field of an item is compared with.
///
/// @param variable the id of the variable whose values stand for `value`, or null
/// @param variableCheck how many of the variable's values must be met
/// @param entityCheck how many of the item's values must meet it
/// @param nil whether the entity is `xsi:nil`: present, and to be ignored
/// @param fields the parts of a record entity
public record Entity(
    String name,
    String datatype,
    Operation operation,
    String value,
    @Nullable String variable,
    Check variableCheck,
    Check entityCheck,
    boolean nil,
    List<Entity> fields) {

  static Entity of(Element element) {
    return new Entity(
        element.attribute("name", element.name()),
        element.attribute("datatype", "string"),
        Operation.named(element.attribute("operation", "equals")),
        element.text(),
        element.attribute("var_ref"),
        Check.named(element.attribute("var_check", "all")),
        Check.named(element.attribute("entity_check", "all")),
        element.flag("nil", false),
        element.all("field").stream().map(Entity::of).toList());
  }
}
