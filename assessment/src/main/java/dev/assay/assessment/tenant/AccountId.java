package dev.assay.assessment.tenant;

import java.util.regex.Pattern;

/// An account's number, twelve decimal digits, as AWS writes it.
public record AccountId(String value) implements Comparable<AccountId> {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");

  public AccountId {
    if (!DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException("An account id is twelve digits, not: " + value);
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
