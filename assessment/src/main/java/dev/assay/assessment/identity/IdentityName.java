package dev.assay.assessment.identity;

import java.util.regex.Pattern;

/// An identity's name, unique in its account: what a person chose to call it.
public record IdentityName(String value) implements Comparable<IdentityName> {
  /// As IAM allows them.
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

  public IdentityName {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A name has 1 to 64 letters, digits or +=,.@_-, unlike: " + value);
    }
  }

  @Override
  public int compareTo(IdentityName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
