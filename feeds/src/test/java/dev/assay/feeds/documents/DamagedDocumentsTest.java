package dev.assay.feeds.documents;

import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.alpine.AlpineSecdbImporter;
import dev.assay.feeds.amazon.AmazonImporter;
import dev.assay.feeds.redhat.RedHatCveImporter;
import dev.assay.feeds.rocky.RockyErrataImporter;
import dev.assay.feeds.ubuntu.UbuntuCveImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// No damage to a document ends a run: what cannot be read is a rejection.
class DamagedDocumentsTest {

  @ParameterizedTest
  @MethodSource("documents")
  void damage_is_rejected_and_never_thrown(FeedImporter importer, String good) {
    for (long seed = 1; seed <= 2; seed++) {
      Damage.survive(importer, Document.of(good), seed);
    }
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of(
            new UbuntuCveImporter(),
            """
            {"candidate": "CVE-2030-1", "priority": "low", "public_date": "2030-01-01",
             "cvss": {"nvd": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H [7.8 HIGH]"},
             "references": ["https://example.org"], "packages": {
              "trusty/esm": {"a": {"status": "released", "note": "1:2-3", "priority": "low"}},
              "jammy": {"a": {"status": "ignored", "note": "end of life", "patches": [{}]}}}}
            """),
        Arguments.of(
            new UbuntuCveImporter(),
            """
            Candidate: CVE-2030-1
            PublicDate: 2030-01-01
            References:
             https://example.org
            Priority: low
            CVSS:
             nvd: CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H [7.8 HIGH]
            trusty/esm_a: released (1:2-3)
            Priority_a: low
            jammy_a: ignored (end of life)
            """),
        Arguments.of(
            new AlpineSecdbImporter(),
            """
            {"apkurl": "x", "reponame": "main", "distroversion": "v3.18", "packages": [
              {"pkg": {"name": "a", "secfixes": {"1-r0": ["CVE-2030-1000 XSA-1 (x)"],
               "2-r0": ["CVE-2030-1000", "GHSA-fhpf-pp6p-55qc"], "0": ["XSA-2"]}}}]}
            """),
        Arguments.of(
            new AmazonImporter(),
            """
            {"ID": "ALAS2-2030-1", "Issued": {"Date": "2030-01-01 00:00"}, "Severity": "low",
             "References": {"Reference": [{"Href": "x", "ID": "CVE-2030-1000", "Type": "cve"}]},
             "Pkglist": {"Collection": {"Short": "amazon-linux-2---docker", "Package": [
              {"Arch": "x86_64", "Epoch": "1", "Name": "a", "Version": "1", "Release": "2"},
              {"Arch": "aarch64", "Epoch": "0", "Name": "a", "Version": "1", "Release": "3"}]}}}
            """),
        Arguments.of(
            new AmazonImporter(),
            """
            <?xml version="1.0"?><!-- x --><updates><update from="linux-security@amazon.com">
            <id>ALAS2-2030-1</id><issued date="2030-01-01 00:00"/><severity>low</severity>
            <description>a &amp; b &#65; <![CDATA[c]]></description>
            <references><reference href="x" id="CVE-2030-1000" type="cve"/></references>
            <pkglist><collection short="amazon-linux-2---docker"><name>x</name>
            <package name="a" version="1" release="2" epoch="1" arch="x86_64"/>
            </collection></pkglist></update></updates>
            """),
        Arguments.of(
            new RedHatCveImporter(),
            """
            {"name": "CVE-2030-1000", "threat_severity": "Low", "public_date": "2030-01-01",
             "bugzilla": {"description": "x", "url": "y"}, "cwe": "CWE-1->(CWE-2|CWE-3)",
             "cvss": {"cvss_scoring_vector": "AV:N/AC:M/Au:N/C:P/I:P/A:P"},
             "details": ["a"], "references": ["https://example.org\\nb"], "package_state": [
              {"cpe": "cpe:/o:redhat:enterprise_linux:8", "fix_state": "Affected",
               "package_name": "virt:8.2/a"},
              {"cpe": "cpe:/a:redhat:openstack:5::el6", "fix_state": "Affected",
               "package_name": "b"}]}
            """),
        Arguments.of(
            new RockyErrataImporter(),
            """
            {"affectedProducts": ["Rocky Linux 8"], "name": "RLSA-2030:1",
             "synopsis": "Low: a:1 security update", "severity": "SEVERITY_LOW",
             "cves": [{"name": "CVE-2030-1000"}], "fixes": [{"sourceLink": "x"}],
             "rpms": {"Rocky Linux 8": {"nvras": [
               "a-0:1-9.module+el8.5.0+706+735ec4b3.x86_64.rpm",
               "a-0:1-9.module+el8.4.0+403+9ae17a31.x86_64.rpm", "a-1:1-2.src.rpm"]}}}
            """));
  }
}
