package dev.assay.scap.oval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How the items of two objects are combined (`SetOperatorEnumeration`), with the
/// specification's tables for the flag of the outcome.
public enum SetOperator {
  UNION,
  INTERSECTION,
  COMPLEMENT;

  /// The combination of two collections.
  public Collected combine(Collected left, Collected right) {
    Set<Item> items = new LinkedHashSet<>(left.items());
    switch (this) {
      case UNION -> items.addAll(right.items());
      case INTERSECTION -> items.retainAll(new LinkedHashSet<>(right.items()));
      case COMPLEMENT -> right.items().forEach(items::remove);
    }
    Flag flag = flag(left.flag(), right.flag());
    List<Item> kept = new ArrayList<>(items);
    if (flag == Flag.COMPLETE && kept.isEmpty()) {
      flag = Flag.DOES_NOT_EXIST;
    }
    return new Collected(flag, kept, left.reason().isEmpty() ? right.reason() : left.reason());
  }

  private Flag flag(Flag left, Flag right) {
    return switch (this) {
      case UNION -> union(left, right);
      case INTERSECTION -> intersection(left, right);
      case COMPLEMENT -> complement(left, right);
    };
  }

  private static Flag union(Flag left, Flag right) {
    if (left == right) {
      return left;
    }
    if (left == Flag.ERROR || right == Flag.ERROR) {
      return Flag.ERROR;
    }
    if (left == Flag.NOT_APPLICABLE) {
      return right;
    }
    if (right == Flag.NOT_APPLICABLE) {
      return left;
    }
    return one(left, right, Flag.INCOMPLETE) || one(left, right, Flag.NOT_COLLECTED)
        ? Flag.INCOMPLETE
        : Flag.COMPLETE;
  }

  private static Flag intersection(Flag left, Flag right) {
    if (left == right) {
      return left;
    }
    if (one(left, right, Flag.DOES_NOT_EXIST)) {
      return Flag.DOES_NOT_EXIST;
    }
    if (one(left, right, Flag.ERROR)) {
      return Flag.ERROR;
    }
    if (one(left, right, Flag.NOT_APPLICABLE)) {
      return left == Flag.NOT_APPLICABLE ? right : left;
    }
    return one(left, right, Flag.NOT_COLLECTED) ? Flag.NOT_COLLECTED : Flag.INCOMPLETE;
  }

  private static Flag complement(Flag left, Flag right) {
    if (left == Flag.DOES_NOT_EXIST || left == Flag.ERROR || left == Flag.NOT_APPLICABLE) {
      return left;
    }
    if (right == Flag.ERROR || right == Flag.INCOMPLETE) {
      return Flag.ERROR;
    }
    if (left == Flag.NOT_COLLECTED || right == Flag.NOT_COLLECTED) {
      return Flag.NOT_COLLECTED;
    }
    return left;
  }

  private static boolean one(Flag left, Flag right, Flag wanted) {
    return left == wanted || right == wanted;
  }
}
