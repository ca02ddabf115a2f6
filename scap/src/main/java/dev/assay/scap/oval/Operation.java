package dev.assay.scap.oval;

import dev.assay.scap.xml.MalformedContentException;

/// How a value found is compared with a value stated (`OperationEnumeration`).
public enum Operation {
  EQUALS,
  NOT_EQUAL,
  CASE_INSENSITIVE_EQUALS,
  CASE_INSENSITIVE_NOT_EQUAL,
  GREATER_THAN,
  LESS_THAN,
  GREATER_THAN_OR_EQUAL,
  LESS_THAN_OR_EQUAL,
  BITWISE_AND,
  BITWISE_OR,
  PATTERN_MATCH,
  SUBSET_OF,
  SUPERSET_OF;

  static Operation named(String words) {
    String name = words.toUpperCase(java.util.Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Operation each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new MalformedContentException("No operation is called " + words);
  }
}
