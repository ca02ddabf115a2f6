package dev.assay.version;

/// Placeholder until the version module lands on this branch.
public record RpmVersion(String text) implements Version {
  public static RpmVersion parse(String text) {
    return new RpmVersion(text);
  }

  @Override
  public int compareTo(Version other) {
    return text.compareTo(other.text());
  }
}
