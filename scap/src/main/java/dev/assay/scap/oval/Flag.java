package dev.assay.scap.oval;

/// How the collection of an object went (oval-system-characteristics `FlagEnumeration`).
public enum Flag {
  COMPLETE,
  INCOMPLETE,
  DOES_NOT_EXIST,
  ERROR,
  NOT_COLLECTED,
  NOT_APPLICABLE;

  /// The word of the schema.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
