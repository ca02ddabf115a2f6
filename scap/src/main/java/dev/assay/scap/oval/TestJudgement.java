package dev.assay.scap.oval;

import java.util.List;

/// Judges a test: first whether its items exist as it says, then what its states say of them
/// (OVAL 5.11.2, section 5.3.6.2).
final class TestJudgement {
  private TestJudgement() {}

  static TestResult of(OvalTest test, OvalEvaluation evaluation) {
    String object = test.object();
    if (object == null) {
      return new TestResult(
          test, Truth.UNKNOWN, Collected.none(Flag.NOT_COLLECTED, "No object"), List.of());
    }
    Collected collected = evaluation.object(object);
    int exist = count(collected, Item.Status.EXISTS);
    Truth truth =
        test.existence()
            .judge(
                collected.flag(),
                exist,
                count(collected, Item.Status.DOES_NOT_EXIST),
                count(collected, Item.Status.ERROR));
    if (truth != Truth.TRUE || test.states().isEmpty() || exist == 0) {
      return new TestResult(test, truth, collected, List.of());
    }
    List<Truth> items =
        collected.items().stream().map(item -> judge(test, item, evaluation)).toList();
    return new TestResult(test, test.check().combine(items), collected, items);
  }

  private static int count(Collected collected, Item.Status status) {
    return (int) collected.items().stream().filter(item -> item.status() == status).count();
  }

  private static Truth judge(OvalTest test, Item item, OvalEvaluation evaluation) {
    return test.stateOperator()
        .combine(test.states().stream().map(state -> evaluation.state(state, item)).toList());
  }
}
