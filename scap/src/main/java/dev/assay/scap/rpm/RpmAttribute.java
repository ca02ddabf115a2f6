package dev.assay.scap.rpm;

/// What rpm verifies of a file, in the order of OVAL's items.
public enum RpmAttribute {
  SIZE("size_differs", 1 << 1, "nosize"),
  MODE("mode_differs", 1 << 6, "nomode"),
  /// OVAL has it twice: by its name from when every digest was MD5, and by today's.
  DIGEST("filedigest_differs", 1, "nofiledigest"),
  DEVICE("device_differs", 1 << 7, "nordev"),
  LINK("link_mismatch", 1 << 2, "nolinkto"),
  OWNER("ownership_differs", 1 << 3, "nouser"),
  GROUP("group_differs", 1 << 4, "nogroup"),
  MODIFIED("mtime_differs", 1 << 5, "nomtime"),
  CAPABILITIES("capabilities_differ", 1 << 8, "nocaps");

  private final String field;
  private final int bit;
  private final String behaviour;

  RpmAttribute(String field, int bit, String behaviour) {
    this.field = field;
    this.bit = bit;
    this.behaviour = behaviour;
  }

  /// The field of OVAL's items.
  public String field() {
    return field;
  }

  /// The behaviour of an object that leaves it out.
  public String behaviour() {
    return behaviour;
  }

  /// Whether it is among those that a mask of rpm's names.
  boolean isIn(int mask) {
    return (mask & bit) != 0;
  }
}
