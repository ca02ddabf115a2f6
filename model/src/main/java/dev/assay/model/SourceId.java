package dev.assay.model;

/// A source of advisories or of what enriches them, such as `debian-osv` or `cisa-kev`. Never
/// blank.
public record SourceId(String value) implements Comparable<SourceId> {
  public SourceId {
    Texts.requireNonBlank(value, "source id");
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
