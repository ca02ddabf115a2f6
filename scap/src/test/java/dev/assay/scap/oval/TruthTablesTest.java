package dev.assay.scap.oval;

import static dev.assay.scap.oval.Truth.ERROR;
import static dev.assay.scap.oval.Truth.FALSE;
import static dev.assay.scap.oval.Truth.NOT_APPLICABLE;
import static dev.assay.scap.oval.Truth.NOT_EVALUATED;
import static dev.assay.scap.oval.Truth.TRUE;
import static dev.assay.scap.oval.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of the specification, row by row; T F E U N A stand for the six results.
class TruthTablesTest {
  @ParameterizedTest
  @CsvSource({
    "AND, T, TRUE",
    "AND, TTA, TRUE",
    "AND, TFEUNA, FALSE",
    "AND, TE, ERROR",
    "AND, TEU, ERROR",
    "AND, TUN, UNKNOWN",
    "AND, TNA, NOT_EVALUATED",
    "AND, AA, NOT_APPLICABLE",
    "OR, TFEUNA, TRUE",
    "OR, FA, FALSE",
    "OR, FE, ERROR",
    "OR, FUN, UNKNOWN",
    "OR, FN, NOT_EVALUATED",
    "OR, A, NOT_APPLICABLE",
    "ONE, TFF, TRUE",
    "ONE, TTEU, FALSE",
    "ONE, FF, FALSE",
    "ONE, TE, ERROR",
    "ONE, FU, UNKNOWN",
    "ONE, TNA, NOT_EVALUATED",
    "ONE, AA, NOT_APPLICABLE",
    "XOR, TTT, TRUE",
    "XOR, TTF, FALSE",
    "XOR, TTTE, ERROR",
    "XOR, TU, UNKNOWN",
    "XOR, TN, NOT_EVALUATED",
    "XOR, A, NOT_APPLICABLE"
  })
  void operatorsFollowTheirTables(LogicalOperator operator, String results, Truth expected) {
    assertThat(operator.combine(truths(results))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE_SATISFY, FFA, TRUE",
    "NONE_SATISFY, FTE, FALSE",
    "NONE_SATISFY, FE, ERROR",
    "NONE_SATISFY, FU, UNKNOWN",
    "NONE_SATISFY, FN, NOT_EVALUATED",
    "NONE_SATISFY, A, NOT_APPLICABLE",
    "ALL, TTF, FALSE",
    "AT_LEAST_ONE, FT, TRUE",
    "ONLY_ONE, TT, FALSE",
    "ONLY_ONE, TF, TRUE"
  })
  void checksFollowTheirTables(Check check, String results, Truth expected) {
    assertThat(check.combine(truths(results))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ALL_EXIST, COMPLETE, 2, 0, 0, TRUE",
    "ALL_EXIST, COMPLETE, 1, 1, 0, FALSE",
    "ALL_EXIST, COMPLETE, 1, 0, 1, ERROR",
    "ALL_EXIST, COMPLETE, 0, 0, 0, FALSE",
    "ANY_EXIST, DOES_NOT_EXIST, 0, 0, 0, TRUE",
    "ANY_EXIST, COMPLETE, 3, 0, 0, TRUE",
    "AT_LEAST_ONE_EXISTS, COMPLETE, 1, 2, 3, TRUE",
    "AT_LEAST_ONE_EXISTS, COMPLETE, 0, 1, 0, FALSE",
    "AT_LEAST_ONE_EXISTS, COMPLETE, 0, 0, 1, ERROR",
    "AT_LEAST_ONE_EXISTS, DOES_NOT_EXIST, 0, 0, 0, FALSE",
    "AT_LEAST_ONE_EXISTS, INCOMPLETE, 0, 0, 0, UNKNOWN",
    "NONE_EXIST, DOES_NOT_EXIST, 0, 0, 0, TRUE",
    "NONE_EXIST, COMPLETE, 1, 0, 0, FALSE",
    "NONE_EXIST, COMPLETE, 0, 1, 1, ERROR",
    "NONE_EXIST, INCOMPLETE, 0, 0, 0, UNKNOWN",
    "NONE_EXIST, INCOMPLETE, 1, 0, 0, FALSE",
    "ONLY_ONE_EXISTS, COMPLETE, 1, 1, 0, TRUE",
    "ONLY_ONE_EXISTS, COMPLETE, 2, 0, 1, FALSE",
    "ONLY_ONE_EXISTS, COMPLETE, 1, 0, 1, ERROR",
    "ONLY_ONE_EXISTS, INCOMPLETE, 1, 0, 0, UNKNOWN",
    "ONLY_ONE_EXISTS, NOT_COLLECTED, 0, 0, 0, UNKNOWN",
    "NONE_EXIST, ERROR, 0, 0, 0, ERROR",
    "NONE_EXIST, NOT_APPLICABLE, 0, 0, 0, NOT_APPLICABLE"
  })
  void existenceFollowsItsTable(
      Existence existence, Flag flag, int exist, int missing, int error, Truth expected) {
    assertThat(existence.judge(flag, exist, missing, error)).isEqualTo(expected);
  }

  @Test
  void noOrderOfTheResultsMatters() {
    List<Truth> all = List.of(TRUE, FALSE, ERROR, UNKNOWN, NOT_EVALUATED, NOT_APPLICABLE);
    for (LogicalOperator operator : LogicalOperator.values()) {
      for (Truth left : all) {
        for (Truth right : all) {
          assertThat(operator.combine(List.of(left, right)))
              .isEqualTo(operator.combine(List.of(right, left)));
        }
      }
    }
  }

  private static List<Truth> truths(String letters) {
    List<Truth> truths = new ArrayList<>();
    for (String letter : letters.split("")) {
      truths.add(Arrays.asList(Truth.values()).get("TFEUNA".indexOf(letter)));
    }
    return truths;
  }
}
