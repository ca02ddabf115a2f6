package dev.assay.feeds.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackerTextTest {
  private final UbuntuCveImporter importer = new UbuntuCveImporter();

  private static final String CVE =
      """
      # a comment
      Candidate: CVE-2030-0001
      PublicDate: 2030-07-27 04:15:00 UTC
      References:
       https://example.org/1
       https://example.org/2
      Description:
       The frobnicator
       overflows.
      Ubuntu-Description:
      Notes:
       somebody> jammy_frob: needed
      Priority: medium
       Reason: it is so
      Priority_frob: low
      Priority_frob/xenial: negligible
      Assigned-to:
      CVSS:
       nvd: CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H [5.5 MEDIUM]

      Patches_frob:
       break-fix: 80c802f3073e f85daf0e7253
      Tags_frob: universe-binary
      upstream_frob: needs-triage
      trusty/esm_frob: ignored (end of standard support)
      esm-infra/xenial_frob: released (2.3-4ubuntu0.1~esm1)
      jammy_frob: not-affected (code not present (at all))
      noble_frob: DNE
      jammy_linux-lts_x: needed
      focal_odd: what is this
      devel_frob:
      """;

  @Test
  void a_file_becomes_one_advisory() {
    Imported imported = Imported.by(importer, Document.of("active/CVE-2030-0001", CVE));

    assertThat(imported.advisory().published()).isEqualTo(Instant.parse("2030-07-27T04:15:00Z"));
    assertThat(imported.advisory().description()).isEqualTo("The frobnicator\noverflows.");
    assertThat(imported.advisory().vendorSeverity()).isEqualTo("medium");
    assertThat(imported.advisory().cvss()).hasSize(1);
    assertThat(imported.advisory().references()).hasSize(3);
    assertThat(imported.statements())
        .containsExactly(
            "ubuntu:14.04/esm-infra frob OUT_OF_SUPPORT (end of standard support) low",
            "ubuntu:16.04/esm-infra frob FIXED <2.3-4ubuntu0.1~esm1 negligible",
            "ubuntu:22.04 frob NOT_AFFECTED (code not present (at all)) low",
            "ubuntu:22.04 linux-lts_x AFFECTED");
    assertThat(imported.rejections()).containsExactly("focal_odd: not a status: \"what is this\"");
  }

  @Test
  void what_is_neither_a_field_nor_its_continuation_is_malformed() {
    Imported imported =
        Imported.by(importer, Document.of("Candidate: CVE-2030-1\njammy_frob needed\n"));
    assertThat(imported.advisories()).isEmpty();
    assertThat(imported.rejections())
        .containsExactly("Neither a field nor its continuation: jammy_frob needed");
  }
}
