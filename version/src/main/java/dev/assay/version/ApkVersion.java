package dev.assay.version;

/// Placeholder until the version module lands on this branch.
public record ApkVersion(String text) implements Version {
  public static ApkVersion parse(String text) {
    return new ApkVersion(text);
  }

  @Override
  public int compareTo(Version other) {
    return text.compareTo(other.text());
  }
}
