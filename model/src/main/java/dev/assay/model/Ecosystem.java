package dev.assay.model;

/// A world of package names in which advisories and packages may be compared: a distribution's
/// release (`debian:12`, `ubuntu:22.04`, `alpine:3.20`, `redhat:9`, `amazon:2023`, `sles:15.4`)
/// or a language's registry (`npm`). Both parts are lower case; `release` is empty where the
/// ecosystem has none.
public record Ecosystem(String name, String release) implements Comparable<Ecosystem> {
  public Ecosystem {
    Texts.requireNonBlank(name, "ecosystem name");
    if (name.indexOf(':') >= 0) {
      throw new IllegalArgumentException("An ecosystem name must not contain a colon: " + name);
    }
  }

  /// Reads `name` or `name:release`.
  public static Ecosystem parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Ecosystem(text, "")
        : new Ecosystem(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(Ecosystem other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : release.compareTo(other.release);
  }

  @Override
  public String toString() {
    return release.isEmpty() ? name : name + ":" + release;
  }
}
