package dev.assay.model;

/// The name an advisory has in its source: `DSA-5417-1`, `RHSA-2022:4809`, or a CVE's name where
/// the source is keyed by vulnerability. Never blank.
public record AdvisoryId(String value) implements Comparable<AdvisoryId> {
  public AdvisoryId {
    Texts.requireNonBlank(value, "advisory id");
  }

  @Override
  public int compareTo(AdvisoryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
