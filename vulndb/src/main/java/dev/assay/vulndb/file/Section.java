package dev.assay.vulndb.file;

import java.util.List;

/// A part of the file; {@link FileFormat} says what each holds.
public enum Section {
  INFO(0),
  ECOSYSTEMS(1),
  NAMES(2),
  NAME_SLOTS(3),
  BLOCKS(4),
  ATTRIBUTES(5),
  ATTRIBUTE_POSITIONS(6),
  ADVISORIES(7),
  ADVISORY_POSITIONS(8),
  ADVISORY_KEYS(9),
  ADVISORY_SLOTS(10),
  VULNERABILITY_KEYS(11),
  VULNERABILITY_SLOTS(12),
  DETAILS(13),
  DETAIL_GROUPS(14),
  LIVES(15),
  LIFE_KEYS(16),
  LIFE_SLOTS(17);

  static final List<Section> ALL = List.of(values());

  private final int number;

  Section(int number) {
    this.number = number;
  }

  /// What stands for it in the header.
  int number() {
    return number;
  }
}
