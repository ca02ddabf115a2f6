package dev.assay.scap.oval;

/// How many items must exist (`ExistenceEnumeration`).
public enum Existence {
  ALL_EXIST,
  ANY_EXIST,
  AT_LEAST_ONE_EXISTS,
  NONE_EXIST,
  ONLY_ONE_EXISTS;

  static Existence named(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  /// The specification's table of this existence check over the items of an object.
  ///
  /// @param exist how many items exist
  /// @param missing how many items are reported as not existing
  /// @param error how many could not be read
  public Truth judge(Flag flag, int exist, int missing, int error) {
    return switch (flag) {
      case ERROR -> this == ANY_EXIST ? Truth.TRUE : Truth.ERROR;
      case NOT_COLLECTED -> Truth.UNKNOWN;
      case NOT_APPLICABLE -> Truth.NOT_APPLICABLE;
      case DOES_NOT_EXIST -> Truth.of(this == NONE_EXIST || this == ANY_EXIST);
      case COMPLETE -> complete(exist, missing, error);
      case INCOMPLETE -> incomplete(exist, missing);
    };
  }

  private Truth complete(int exist, int missing, int error) {
    Truth undecided = error > 0 ? Truth.ERROR : Truth.FALSE;
    return switch (this) {
      case ALL_EXIST ->
          missing > 0 || exist + error == 0 ? Truth.FALSE : error > 0 ? Truth.ERROR : Truth.TRUE;
      case ANY_EXIST -> Truth.TRUE;
      case AT_LEAST_ONE_EXISTS -> exist > 0 ? Truth.TRUE : undecided;
      case NONE_EXIST -> exist > 0 ? Truth.FALSE : error > 0 ? Truth.ERROR : Truth.TRUE;
      case ONLY_ONE_EXISTS ->
          exist > 1 ? Truth.FALSE : error > 0 ? Truth.ERROR : Truth.of(exist == 1);
    };
  }

  /// There may be more items than were found.
  private Truth incomplete(int exist, int missing) {
    return switch (this) {
      case ALL_EXIST -> missing > 0 ? Truth.FALSE : Truth.UNKNOWN;
      case ANY_EXIST -> Truth.TRUE;
      case AT_LEAST_ONE_EXISTS -> exist > 0 ? Truth.TRUE : Truth.UNKNOWN;
      case NONE_EXIST -> exist > 0 ? Truth.FALSE : Truth.UNKNOWN;
      case ONLY_ONE_EXISTS -> exist > 1 ? Truth.FALSE : Truth.UNKNOWN;
    };
  }
}
