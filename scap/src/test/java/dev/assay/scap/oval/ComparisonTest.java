package dev.assay.scap.oval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private final Comparison comparison = new Comparison();

  @ParameterizedTest
  @CsvSource({
    "string, EQUALS, a, a, TRUE",
    "string, EQUALS, a, A, FALSE",
    "string, CASE_INSENSITIVE_EQUALS, a, A, TRUE",
    "string, GREATER_THAN, b, a, ERROR",
    "int, GREATER_THAN, 10, 9, TRUE",
    "int, EQUALS, 010, 10, TRUE",
    "int, EQUALS, x, 1, ERROR",
    "int, BITWISE_AND, 7, 5, TRUE",
    "int, BITWISE_AND, 2, 3, FALSE",
    "int, BITWISE_OR, 1, 3, TRUE",
    "boolean, EQUALS, 1, true, TRUE",
    "boolean, EQUALS, yes, true, ERROR",
    "float, LESS_THAN, 1.5, 1.50001, TRUE",
    "version, LESS_THAN, 1.9, 1.10, TRUE",
    "evr_string, LESS_THAN, 0:1.0~rc1-1, 0:1.0-1, TRUE",
    "debian_evr_string, GREATER_THAN, 1:1.0-1, 0:2.0-1, TRUE",
    "ipv4_address, SUBSET_OF, 10.1.2.3, 10.0.0.0/8, TRUE",
    "ipv4_address, SUBSET_OF, 11.1.2.3, 10.0.0.0/8, FALSE",
    "ipv6_address, EQUALS, ::1, 0:0:0:0:0:0:0:1, TRUE",
    "ipv6_address, EQUALS, ::1, 1.2.3.4, ERROR",
    "string, PATTERN_MATCH, abc, ^a.c$, TRUE",
    "string, PATTERN_MATCH, abc, a(, ERROR"
  })
  void comparesByDatatype(
      String datatype, Operation operation, String found, String stated, Truth expected) {
    assertThat(comparison.compare(datatype, operation, found, stated)).isEqualTo(expected);
  }
}
