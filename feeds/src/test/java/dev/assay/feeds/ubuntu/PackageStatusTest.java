package dev.assay.feeds.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Imported;
import dev.assay.model.Ecosystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageStatusTest {
  private static final Pocket.Archive JAMMY =
      new Pocket.Archive(new Ecosystem("ubuntu", "22.04"), "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "released     | 2.35-0ubuntu3.4          | FIXED <2.35-0ubuntu3.4",
        "released     | 1.0~rc1+dfsg             | FIXED <1.0~rc1+dfsg",
        "released     | (1.58.1-0ubuntu1         | FIXED <1.58.1-0ubuntu1",
        "not-affected | 4.5.2-0ubuntu5           | FIXED <4.5.2-0ubuntu5 (not affected since 4.5.2-0ubuntu5)",
        "not-affected | code not present         | NOT_AFFECTED (code not present)",
        "not-affected | 3.1.x                    | NOT_AFFECTED (3.1.x)",
        "not-affected | 2019-09-06               | NOT_AFFECTED (2019-09-06)",
        "not-affected | 2-                       | NOT_AFFECTED (2-)",
        "not-affected | ''                       | NOT_AFFECTED",
        "needed       | ''                       | AFFECTED",
        "needs-triage | ''                       | UNDER_INVESTIGATION",
        "pending      | 5.15.0-120.130           | FIX_PENDING (5.15.0-120.130)",
        "in-progress  | ''                       | FIX_PENDING",
        "deferred     | 2024-06-17               | FIX_DEFERRED (2024-06-17)",
        "ignored      | end of life              | OUT_OF_SUPPORT (end of life)",
        "ignored      | end of life, was needed  | OUT_OF_SUPPORT (end of life, was needed)",
        "ignored      | end of standard support  | OUT_OF_SUPPORT (end of standard support)",
        "ignored      | out of standard support  | OUT_OF_SUPPORT (out of standard support)",
        "ignored      | end of kernel support    | OUT_OF_SUPPORT (end of kernel support)",
        "ignored      | Ubuntu touch end-of-life | OUT_OF_SUPPORT (Ubuntu touch end-of-life)",
        "ignored      | changes too intrusive    | WILL_NOT_FIX (changes too intrusive)",
        "ignored      | superseded by linux-hwe  | WILL_NOT_FIX (superseded by linux-hwe)",
        "ignored      | ''                       | WILL_NOT_FIX",
        "ignored      | was not-affected [x]     | NOT_AFFECTED (was not-affected [x])",
      })
  void a_status_and_its_note_say_one_thing(String status, String note, String expected) {
    PackageEntry entry = new PackageEntry("jammy", "frob", status, note, null);
    assertThat(Imported.line(PackageStatus.statement(JAMMY, entry)))
        .isEqualTo("ubuntu:22.04 frob " + expected);
  }
}
