package dev.assay.version;

/// Placeholder until the version module lands on this branch.
public record DebVersion(String text) implements Version {
  public static DebVersion parse(String text) {
    return new DebVersion(text);
  }

  @Override
  public int compareTo(Version other) {
    return text.compareTo(other.text());
  }
}
