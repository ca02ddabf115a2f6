package dev.assay.network.packet;

import org.jspecify.annotations.Nullable;

/// What two sets can be made into, decided for each element by whether either has it.
enum SetOperation {
  AND {
    @Override
    boolean holds(boolean left, boolean right) {
      return left && right;
    }

    @Override
    <S> @Nullable S decided(S left, S right, S none, S all) {
      if (left == right || left == none || right == all) {
        return left;
      }
      return right == none || left == all ? right : null;
    }
  },
  OR {
    @Override
    boolean holds(boolean left, boolean right) {
      return left || right;
    }

    @Override
    <S> @Nullable S decided(S left, S right, S none, S all) {
      if (left == right || left == all || right == none) {
        return left;
      }
      return right == all || left == none ? right : null;
    }
  },
  MINUS {
    @Override
    boolean holds(boolean left, boolean right) {
      return left && !right;
    }

    @Override
    <S> @Nullable S decided(S left, S right, S none, S all) {
      if (left == right || left == none || right == all) {
        return none;
      }
      return right == none ? left : null;
    }
  };

  abstract boolean holds(boolean left, boolean right);

  /// The result where it needs no merge, because the sets are the same or one is empty or full;
  /// null elsewhere. Told by sameness, which is quick and only ever misses a short cut: each layer
  /// has one empty and one full set.
  abstract <S> @Nullable S decided(S left, S right, S none, S all);
}
