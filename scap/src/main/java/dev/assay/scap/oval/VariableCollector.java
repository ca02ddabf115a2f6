package dev.assay.scap.oval;

import java.util.List;

/// `variable_object`: the values of a variable as items.
final class VariableCollector implements ObjectCollector {
  @Override
  public Collected collect(CollectionRequest request) {
    String id = request.stated("var_ref").getFirst().strip();
    Values values = request.variable(id);
    if (values.flag() == Flag.DOES_NOT_EXIST) {
      return Collected.all(List.of());
    }
    List<Item> items =
        values.values().stream()
            .map(value -> Item.draft("variable").text("var_ref", id).text("value", value).exists())
            .toList();
    return new Collected(values.flag(), items, "");
  }
}
