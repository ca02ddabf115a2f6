package dev.assay.feeds.osv;

import static dev.assay.feeds.osv.OsvTexts.advisory;
import static dev.assay.feeds.osv.OsvTexts.document;
import static dev.assay.feeds.osv.OsvTexts.imported;
import static dev.assay.feeds.osv.OsvTexts.rejections;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsvImporterTest {
  @ParameterizedTest
  @CsvSource({
    "DSA-1-1, Debian:12, debian-osv, debian:12, ''",
    "DEBIAN-CVE-2024-0001, Debian:13, debian-osv, debian:13, ''",
    "CVE-2024-0001, Debian:3.0, debian-osv, debian:3.0, ''",
    "CVE-2024-0001, Alpine:v3.20, alpine-osv, alpine:3.20, ''",
    "ALPINE-CVE-2024-0001, Alpine:edge, alpine-osv, alpine:edge, ''",
    "USN-1-1, Ubuntu:22.04:LTS, ubuntu-osv, ubuntu:22.04, ''",
    "UBUNTU-CVE-2024-0001, Ubuntu:24.10, ubuntu-osv, ubuntu:24.10, ''",
    "UBUNTU-CVE-2024-0001, Ubuntu:Pro:16.04:LTS, ubuntu-osv, ubuntu:16.04, esm-infra",
    "USN-1-1, Ubuntu:Pro:FIPS-updates:20.04:LTS, ubuntu-osv, ubuntu:20.04, fips-updates",
    "LSN-1-1, Ubuntu:Pro:20.04:LTS, ubuntu-osv, ubuntu:20.04, livepatch",
    "RHSA-2024:1, Red Hat:enterprise_linux:9::baseos, redhat-osv, redhat:9,"
        + " enterprise_linux:9::baseos",
    "ALSA-2024:1, AlmaLinux:10, almalinux-osv, almalinux:10, ''",
    "RLSA-2024:1, Rocky Linux:8, rocky-osv, rocky:8, ''",
    "RXSA-2024:1, Rocky Linux:9, rocky-osv, rocky:9, ''",
    "SUSE-SU-2024:1-1, SUSE:Linux Enterprise Micro 5.3, suse-osv, sle-micro:5.3, ''",
    "openSUSE-SU-2024:1-1, openSUSE:Leap 15.4, suse-osv, opensuse-leap:15.4, ''"
  })
  void each_publisher_is_known_by_ids_and_ecosystems(
      String id, String ecosystem, String source, String ours, String repository) {
    Advisory advisory = advisory(document(id, ecosystem, "nano", "2.0", ""));
    assertThat(advisory.source()).hasToString(source);
    assertThat(advisory.affected())
        .singleElement()
        .satisfies(
            affected -> {
              assertThat(affected.ecosystem()).isEqualTo(Ecosystem.parse(ours));
              assertThat(affected.repository()).isEqualTo(repository);
              assertThat(affected.ranges()).containsExactly(VersionRange.before("2.0"));
            });
  }

  @Test
  void a_cve_record_names_itself_and_keeps_only_its_publishers_statements() {
    Advisory advisory =
        advisory(
            """
            {"id": "CVE-2024-0001", "modified": "2024-01-01T00:00:00Z", "details": "Bad.",
             "aliases": ["GHSA-1"], "related": ["DSA-1-1", "CVE-2024-0002"],
             "severity": [{"type": "CVSS_V3",
               "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [
               {"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]},
               {"package": {"ecosystem": "Alpine:v3.20", "name": "expat"}, "versions": ["1"]},
               {"package": {"ecosystem": "Debian:12", "name": "expat"},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}],
                "ecosystem_specific": {"urgency": "unimportant"}},
               {"package": {"ecosystem": "Debian:11", "name": "expat"},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}],
                "ecosystem_specific": {"urgency": "end-of-life"}},
               {"package": {"ecosystem": "Debian:13", "name": "expat"},
                "ranges": [{"type": "ECOSYSTEM",
                  "events": [{"introduced": "0"}, {"fixed": "0"}]}],
                "ecosystem_specific": {"urgency": "not yet assigned"}}]}
            """);
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(advisory.vulnerabilities()).containsExactly(new VulnerabilityId("CVE-2024-0001"));
    assertThat(advisory.aliases()).containsExactly(new VulnerabilityId("GHSA-1"));
    assertThat(advisory.cvss()).singleElement().extracting("baseScore").isEqualTo(9.8);
    assertThat(advisory.references())
        .containsExactly("https://security-tracker.debian.org/tracker/CVE-2024-0001");
    assertThat(advisory.affected())
        .extracting(AffectedPackage::status, AffectedPackage::vendorSeverity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(VendorStatus.AFFECTED, "unimportant"),
            org.assertj.core.groups.Tuple.tuple(VendorStatus.END_OF_LIFE, "end-of-life"),
            org.assertj.core.groups.Tuple.tuple(VendorStatus.NOT_AFFECTED, null));
  }

  @Test
  void a_bulletin_is_about_the_cves_it_names() {
    assertThat(about("DSA-1-1", "Debian:12", "\"aliases\": [\"CVE-2024-0001\", \"GHSA-1\"],"))
        .containsExactly("CVE-2024-0001");
    assertThat(about("USN-1-1", "Ubuntu:22.04", "\"upstream\": [\"UBUNTU-CVE-2024-0001\"],"))
        .containsExactly("CVE-2024-0001");
    assertThat(
            about(
                "ALSA-2024:1",
                "AlmaLinux:9",
                "\"references\": [{\"url\": \"https://example.org/cve/CVE-2024-0001\"}, {}],"))
        .containsExactly("CVE-2024-0001");
  }

  @Test
  void without_a_cve_debians_bulletin_is_its_own_vulnerability_and_an_erratum_none() {
    assertThat(about("DSA-1-1", "Debian:12", "")).containsExactly("DSA-1-1");
    assertThat(about("ALBA-2024:1", "AlmaLinux:9", "")).isEmpty();
    assertThat(about("RHBA-2024:1", "Red Hat:enterprise_linux:9", "")).isEmpty();
    assertThat(about("SUSE-RU-2024:1", "SUSE:Linux Enterprise Server 12", "")).isEmpty();
  }

  private static List<String> about(String id, String ecosystem, String more) {
    return advisory(document(id, ecosystem, "nano", "2", more)).vulnerabilities().stream()
        .map(VulnerabilityId::value)
        .toList();
  }

  @Test
  void withdrawn_and_disputed_are_honoured() {
    Advisory advisory =
        advisory(
            document(
                "CVE-2024-0001",
                "Debian:12",
                "nano",
                "2",
                "\"withdrawn\": \"2024-05-06T07:08:09Z\", \"details\": \"** DISPUTED ** It is\","));
    assertThat(advisory.withdrawn()).isEqualTo(Instant.parse("2024-05-06T07:08:09Z"));
    assertThat(advisory.disputed()).isTrue();
  }

  @Test
  void an_erratum_has_its_severity_and_module_from_title_and_links() {
    Advisory rocky =
        advisory(
            document(
                "RLSA-2024:1",
                "Rocky Linux:8",
                "nodejs",
                "1:18.1-1.module+el8.7.0+1+abc",
                "\"summary\": \"Important: nodejs:18 security update\","));
    assertThat(rocky.vendorSeverity()).isEqualTo("Important");
    assertThat(rocky.affected().getFirst().module()).isEqualTo("nodejs:18");
    assertThat(rocky.affected().getFirst().naming()).isEqualTo(Naming.BINARY);
    Advisory redHat =
        advisory(
            document(
                "RHSA-2024:1",
                "Red Hat:enterprise_linux:9::baseos",
                "nano",
                "0:2-1.el9",
                "\"references\": [{\"url\":"
                    + " \"https://access.redhat.com/security/updates/classification/#moderate\"}],"));
    assertThat(redHat.vendorSeverity()).isEqualTo("Moderate");
  }

  @Test
  void suse_speaks_of_the_binary_packages_once_each() {
    String part =
        """
        {"package": {"ecosystem": "SUSE:Linux Enterprise Module for Basesystem 15 SP4",
           "name": "%s"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "5-1"}]}],
         "ecosystem_specific": {"binaries": [{"libpip": "5-1", "pip-devel": "5-2"}]}}
        """;
    Advisory advisory =
        advisory(
            "{\"id\": \"SUSE-SU-2024:1-1\", \"modified\": \"2024-01-01T00:00:00Z\", \"affected\": ["
                + part.formatted("pip")
                + ","
                + part.formatted("setuptools")
                + "]}");
    assertThat(advisory.affected())
        .extracting(AffectedPackage::name)
        .containsExactly("libpip", "pip-devel");
    assertThat(advisory.affected().getFirst().repository())
        .isEqualTo("Module for Basesystem 15 SP4");
  }

  @Test
  void an_ubuntu_package_for_subscribers_is_in_the_archive_its_purl_names() {
    String text =
        document("USN-1-1", "Ubuntu:Pro:20.04:LTS", "nano", "2", "")
            .replace(
                "\"name\"",
                "\"purl\": \"pkg:deb/ubuntu/nano@2?arch=source&distro=esm-apps/focal\", \"name\"");
    assertThat(advisory(text).affected().getFirst().repository()).isEqualTo("esm-apps");
  }

  @Test
  void what_cannot_be_understood_is_rejected_alone_and_named() {
    String text =
        """
        {"id": "DSA-1-1", "modified": "2024-01-01T00:00:00Z",
         "severity": [{"type": "CVSS_V3", "score": "nonsense"}], "affected": [
          {"package": {"ecosystem": "Debian:12"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]},
          {"package": {"ecosystem": "Debian", "name": "nano"}, "versions": ["1"]},
          {"package": {"ecosystem": "Debian:12", "name": "nano"}},
          {"package": {"ecosystem": "Debian:12", "name": "nano"}, "versions": ["1"]}]}
        """;
    assertThat(rejections(text))
        .containsExactly(
            "Not a CVSS vector: \"nonsense\"",
            "affected[0].package.name is missing",
            "affected[1].package.ecosystem names no release",
            "affected[2] names no versions");
  }

  @Test
  void arrays_and_lines_of_documents_are_read_whoever_they_are_of() {
    String debian = document("DSA-1-1", "Debian:12", "nano", "2", "");
    String alma = document("ALSA-2024:1", "AlmaLinux:9", "nano", "2", "");
    String npm = document("GHSA-1", "npm", "nano", "2", "");
    for (String text :
        List.of("[" + debian + "," + alma + "," + npm + "]", debian + "\n" + alma + "\n" + npm)) {
      assertThat(imported(text))
          .extracting("source")
          .extracting(Object::toString)
          .containsExactly("debian-osv", "almalinux-osv", "debian-osv");
      assertThat(rejections(text)).containsExactly("is of no distribution that this version reads");
    }
  }

  @Test
  void other_json_is_not_taken_for_osv() {
    for (String text :
        List.of(
            "[{\"id\":\"SUSE-SU-2015:0011-2\",\"modified\":\"2014-01-27T18:38:10Z\"}]",
            "{\"id\": \"10203\", \"aliases\": [], \"description\": \"x\"}",
            "{\"a\": 1}",
            "not json",
            "")) {
      assertThat(OsvHead.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
    }
  }
}
