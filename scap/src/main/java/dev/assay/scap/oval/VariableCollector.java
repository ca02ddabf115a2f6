package dev.assay.scap.oval;

import java.util.List;
import java.util.function.UnaryOperator;

/// `variable_object`: the values of a variable as items.
public final class VariableCollector implements ObjectCollector {
  private final UnaryOperator<Flag> flag;

  private VariableCollector(UnaryOperator<Flag> flag) {
    this.flag = flag;
  }

  /// What was not wholly collected behind the variable is not wholly collected here.
  public static VariableCollector withGaps() {
    return new VariableCollector(flag -> flag);
  }

  /// A variable is complete, whatever was behind it, as OpenSCAP has it: of what could not be
  /// collected it is there without a value.
  public static VariableCollector withoutGaps() {
    return new VariableCollector(flag -> Flag.COMPLETE);
  }

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
    if (values.flag() == Flag.NOT_COLLECTED && flag.apply(values.flag()) == Flag.COMPLETE) {
      return Collected.all(
          List.of(Item.draft("variable").text("var_ref", id).notCollected("value").exists()));
    }
    Flag outcome = items.isEmpty() ? values.flag() : flag.apply(values.flag());
    return new Collected(
        outcome,
        items,
        outcome == Flag.COMPLETE
            ? ""
            : "What variable " + id + " is made of is " + outcome.word() + ".");
  }
}
