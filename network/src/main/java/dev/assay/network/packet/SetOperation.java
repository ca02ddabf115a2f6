package dev.assay.network.packet;

/// What two sets can be made into, decided for each element by whether either has it.
enum SetOperation {
  AND {
    @Override
    boolean holds(boolean left, boolean right) {
      return left && right;
    }
  },
  OR {
    @Override
    boolean holds(boolean left, boolean right) {
      return left || right;
    }
  },
  MINUS {
    @Override
    boolean holds(boolean left, boolean right) {
      return left && !right;
    }
  };

  abstract boolean holds(boolean left, boolean right);
}
