package dev.assay.scap.evaluation;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why definitions are neither true nor false: the reasons of the tests that left them open; and of
/// those that are, what is to be known of the items that decided them.
final class Reasons {
  private Reasons() {}

  static String of(List<DefinitionResult> results) {
    Set<String> reasons = new LinkedHashSet<>();
    for (DefinitionResult result : results) {
      if (isOpen(result.truth())) {
        result.criteria().forEach(node -> collect(node, reasons));
      } else {
        result.criteria().forEach(node -> notes(node, reasons));
      }
    }
    return String.join(" ", reasons);
  }

  private static void collect(Node node, Set<String> reasons) {
    if (!isOpen(node.truth())) {
      return;
    }
    switch (node) {
      case Node.Group group -> group.parts().forEach(part -> collect(part, reasons));
      case Node.Extended extended ->
          extended.result().criteria().forEach(part -> collect(part, reasons));
      case Node.Tested tested -> {
        String reason = tested.result().collected().reason();
        reasons.add(
            reason.isEmpty()
                ? "Test " + tested.result().test().id() + " is " + tested.truth().word() + "."
                : reason);
      }
    }
  }

  /// What a collector had to say of items it did collect, such as that they are those of the
  /// configuration.
  private static void notes(Node node, Set<String> notes) {
    switch (node) {
      case Node.Group group -> group.parts().forEach(part -> notes(part, notes));
      case Node.Extended extended ->
          extended.result().criteria().forEach(part -> notes(part, notes));
      case Node.Tested tested -> {
        Collected collected = tested.result().collected();
        if (collected.flag() == Flag.COMPLETE && !collected.reason().isEmpty()) {
          notes.add(collected.reason());
        }
      }
    }
  }

  private static boolean isOpen(Truth truth) {
    return truth != Truth.TRUE && truth != Truth.FALSE;
  }
}
