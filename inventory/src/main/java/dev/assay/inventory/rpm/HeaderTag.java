package dev.assay.inventory.rpm;

/// The tags of a header that Assay reads (rpmtag.h).
enum HeaderTag {
  NAME(1000),
  VERSION(1001),
  RELEASE(1002),
  EPOCH(1003),
  VENDOR(1011),
  LICENSE(1014),
  PACKAGER(1015),
  ARCH(1022),
  /// Whole paths; only in packages of rpm 3.
  OLDFILENAMES(1027),
  SOURCERPM(1044),
  DIRINDEXES(1116),
  BASENAMES(1117),
  DIRNAMES(1118),
  MODULARITYLABEL(5096);

  private final int number;

  HeaderTag(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
