package dev.assay.assessment.tenant;

import java.util.regex.Pattern;

/// A region's name, `eu-central-1`. Any name of that form is taken: an installation that has
/// nothing to do with AWS may call its regions as it likes.
public record Region(String value) implements Comparable<Region> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  public Region {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A region's name is of lower-case letters, digits and hyphens, not: " + value);
    }
  }

  /// The part of AWS that the region's ARNs name: `aws`, `aws-cn` or `aws-us-gov`.
  public String partition() {
    if (value.startsWith("cn-")) {
      return "aws-cn";
    }
    return value.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  @Override
  public int compareTo(Region other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
