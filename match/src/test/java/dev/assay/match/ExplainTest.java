package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Explanation;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.VendorStatus;
import dev.assay.model.VulnerabilityId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static List<Explanation> explain(Host host, Known known) {
    return new VulnerabilityMatcher(known, Host.TODAY)
        .explain(host.inventory(), new VulnerabilityId("CVE-1"), null);
  }

  private static Explanation only(Host host, Known known) {
    List<Explanation> explanations = explain(host, known);
    assertThat(explanations).hasSize(1);
    return explanations.getFirst();
  }

  @Test
  void what_is_fixed_is_explained_with_both_versions() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").fixedIn("7.88.1-10");
    Explanation explanation = only(Host.debian("12").with("curl", "7.88.1-11"), known);
    assertThat(explanation.trace().outcome()).isEqualTo(Outcome.FIXED);
    assertThat(explanation.trace().steps().getLast().text())
        .isEqualTo("7.88.1-11 is not lower than 7.88.1-10, which fixes it");
  }

  @Test
  void what_the_vendor_holds_unaffected_is_explained() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").is(VendorStatus.NOT_AFFECTED);
    assertThat(only(Host.debian("12").with("curl", "7"), known).trace().outcome())
        .isEqualTo(Outcome.NOT_AFFECTED);
  }

  @Test
  void a_superseded_statement_names_the_one_that_decides() {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .fixedIn("7")
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .bulletin("DSA-9-1")
            .fixedIn("9");
    List<Explanation> explanations = explain(Host.debian("12").with("curl", "8"), known);
    assertThat(explanations)
        .extracting(e -> e.trace().outcome())
        .containsExactly(Outcome.FIXED, Outcome.SUPERSEDED);
    assertThat(explanations.getLast().trace().steps().getLast().text())
        .contains("debian-osv CVE-1 decides, fixed");
  }

  @Test
  void headers_are_explained_as_no_kernel() {
    Known known = new Known().of("debian:12", "linux", "CVE-1").fixedIn("9");
    Explanation explanation =
        only(Host.debian("12").with("linux-libc-dev", "6.1.76-1", "linux", "6.1.76-1"), known);
    assertThat(explanation.trace().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void what_no_advisory_speaks_of_has_no_explanation() {
    Known known = new Known().of("debian:12", "curl", "CVE-2").fixedIn("9");
    assertThat(explain(Host.debian("12").with("curl", "8"), known)).isEmpty();
  }
}
