package dev.assay.feeds.alpine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedIdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "CVE-2019-14697                     | [CVE-2019-14697]                 | [] | -",
        "cve-2019-14697                     | [CVE-2019-14697]                 | [] | -",
        "CVE-2018-8897  XSA-260             | [CVE-2018-8897]                  | [] | XSA-260",
        "CVE-2020-11740 CVE-2020-11741 XSA-313 | [CVE-2020-11740, CVE-2020-11741] | [] | XSA-313",
        "GNUTLS-SA-2020-03-31 CVE-2020-11501 | [CVE-2020-11501]                | [] | GNUTLS-SA-2020-03-31",
        "CVE-2024-56326 GHSA-q2x7-8rv6-6q7h | [CVE-2024-56326]                 | [GHSA-q2x7-8rv6-6q7h] | -",
        "CVE-2022-45059 VSV00010            | [CVE-2022-45059]                 | [] | VSV00010",
        "CVE-2018-14881 (BGP)               | [CVE-2018-14881]                 | [] | BGP",
        "CVE-2017-2616 (+ regression fix)   | [CVE-2017-2616]                  | [] | + regression fix",
        "CVE-2019-1000 (unclosed            | [CVE-2019-1000]                  | [] | unclosed",
        "XSA-207                            | [XSA-207]                        | [] | -",
        "GHSA-FHPF-PP6P-55QC                | [GHSA-fhpf-pp6p-55qc]            | [] | -",
        "RUSTSEC-2020-0146                  | [RUSTSEC-2020-0146]              | [] | -",
        "DW202402-001                       | [DW202402-001]                   | [] | -",
        "wnpa-sec-2017-18                   | [wnpa-sec-2017-18]               | [] | -",
        "CVE-????-????? XSA-312             | [XSA-312]                        | [] | -",
        "CVE N/A ZBX-11023                  | [ZBX-11023]                      | [] | -",
        "CVE_2019-2426                      | [CVE-2019-2426]                  | [] | -",
        "CVE-2017-17434-1                   | [CVE-2017-17434]                 | [] | -",
        "CVE-2021-35940.patch               | [CVE-2021-35940]                 | [] | -",
        "CVE-2017-5753 CVE-2017-5754 XSA-254 XPTI | [CVE-2017-5753, CVE-2017-5754] | [] | XSA-254",
      })
  void names_as_packagers_write_them(
      String text, String ids, String aliases, @Nullable String note) {
    FixedIdentifiers named = FixedIdentifiers.parse(text);
    assertThat(named.vulnerabilities()).hasToString(ids);
    assertThat(named.aliases()).hasToString(aliases);
    assertThat(named.note()).isEqualTo(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "CVE-46838", "CVE", "CVE N/A", "CVE-????-?????", "(BGP)", "n/a"})
  void what_names_nothing_is_an_error_that_quotes_it(String text) {
    assertThatThrownBy(() -> FixedIdentifiers.parse(text))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("\"" + text + "\" names no vulnerability");
  }

  @Test
  void an_endless_name_is_refused_before_it_is_searched() {
    assertThatThrownBy(() -> FixedIdentifiers.parse("A-1".repeat(10_000_000)))
        .hasMessage("A name of more than 300 characters");
  }
}
