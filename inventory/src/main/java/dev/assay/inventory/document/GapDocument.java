package dev.assay.inventory.document;

import dev.assay.model.NotEvaluated;
import org.jspecify.annotations.Nullable;

/// What could not be read when the inventory was taken.
final class GapDocument {
  private final Members json;
  private @Nullable String what;
  private @Nullable String why;
  private NotEvaluated.@Nullable Reason reason;
  private NotEvaluated.@Nullable Gap gap;

  GapDocument(Members json) {
    this.json = json;
  }

  NotEvaluated read() {
    json.object(
        name -> {
          switch (name) {
            case "what" -> what = json.text();
            case "why" -> why = json.text();
            case "reason" -> reason = json.constant(NotEvaluated.Reason.class);
            case "gap" -> gap = json.constant(NotEvaluated.Gap.class);
            default -> json.skip();
          }
        });
    return new NotEvaluated(
        json.required(what, "what"),
        json.required(reason, "reason"),
        json.required(why, "why"),
        json.required(gap, "gap"));
  }
}
