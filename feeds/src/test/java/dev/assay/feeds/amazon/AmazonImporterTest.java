package dev.assay.feeds.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import dev.assay.model.Advisory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmazonImporterTest {
  private final AmazonImporter importer = new AmazonImporter();

  static final String JSON =
      """
      {"ID": "ALAS2FROB-2030-001", "Author": "linux-security@amazon.com",
       "Title": "medium priority package update for frob",
       "Issued": {"Date": "2030-08-07 05:24"}, "Updated": {"Date": "2030-08-08 01:02:03"},
       "Severity": "medium", "Description": "CVE-2030-28450:\\n\\tIt overflows.\\n",
       "References": {"Reference": [
         {"Href": "https://example.org/1", "ID": "CVE-2030-28450", "Type": "cve"},
         {"Href": "https://example.org/2", "ID": "RHSA-2030:1", "Type": "redhat"},
         {"Href": "", "ID": "CVE-PENDING", "Type": "cve"}]},
       "Pkglist": {"Collection": {"Short": "amazon-linux-2---frob", "Name": "Amazon Linux 2 - Frob",
         "Package": [
          {"Arch": "x86_64", "Epoch": "0", "Name": "frob", "Version": "2.88", "Release": "1.amzn2"},
          {"Arch": "aarch64", "Epoch": "0", "Name": "frob", "Version": "2.88",
           "Release": "2.amzn2"},
          {"Arch": "src", "Epoch": "0", "Name": "frob", "Version": "2.88", "Release": "1.amzn2"},
          {"Arch": "noarch", "Epoch": "3", "Name": "frob-doc", "Version": "2.88",
           "Release": "1.amzn2"},
          {"Arch": "noarch", "Epoch": "3", "Name": "odd", "Version": "", "Release": "1"}]}}}
      """;

  static final String XML =
      """
      <?xml version="1.0"?>
      <updates>
        <update author="linux-security@amazon.com" status="final" type="security" version="1.4">
          <id>ALAS2023-2030-001</id>
          <title>Important priority package update for frob</title>
          <issued date="2030-02-17 20:41:00"/><updated date="2030-02-22 23:22:00"/>
          <severity>Important</severity>
          <description>CVE-2030-24903:
      It &lt;overflows&gt;.<![CDATA[ & more]]></description>
          <references>
            <reference href="https://example.org/1" id="CVE-2030-24903" title="" type="cve"/>
          </references>
          <pkglist>
            <collection short="amazon-linux-2023"><name>Amazon Linux 2023</name>
              <package name="frob" version="8.2" release="3.amzn2023" epoch="1" arch="x86_64">
                <filename>Packages/frob-8.2-3.amzn2023.x86_64.rpm</filename>
              </package>
              <package name="frob" version="8.2" release="3.amzn2023" epoch="1" arch="aarch64"/>
            </collection>
          </pkglist>
        </update>
        <update><id>ALAS-2030-2</id><pkglist><collection short="amazon-linux-ami">
          <package name="a" version="1" release="1.amzn1" arch="i686"/></collection></pkglist>
        </update>
      </updates>
      """;

  @Test
  void a_json_document_becomes_a_bulletin() {
    Imported imported = Imported.by(importer, Document.of(JSON));

    Advisory advisory = imported.advisory();
    assertThat(advisory.id().value()).isEqualTo("ALAS2FROB-2030-001");
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.BULLETIN);
    assertThat(advisory.vulnerabilities()).hasToString("[CVE-2030-28450]");
    assertThat(advisory.vendorSeverity()).isEqualTo("medium");
    assertThat(advisory.published()).isEqualTo(Instant.parse("2030-08-07T05:24:00Z"));
    assertThat(advisory.modified()).isEqualTo(Instant.parse("2030-08-08T01:02:03Z"));
    assertThat(advisory.references())
        .containsExactly(
            "https://alas.aws.amazon.com/AL2/ALAS2FROB-2030-001.html",
            "https://example.org/1",
            "https://example.org/2");
    assertThat(imported.statements())
        .containsExactly(
            "amazon:2/extras:frob frob FIXED <2.88-2.amzn2"
                + " (x86_64: 2.88-1.amzn2, aarch64: 2.88-2.amzn2)",
            "amazon:2/extras:frob frob-doc FIXED <3:2.88-1.amzn2");
    assertThat(imported.rejections())
        .containsExactlyInAnyOrder(
            "ALAS2FROB-2030-001: a reference that is no CVE: \"CVE-PENDING\"",
            "ALAS2FROB-2030-001: Pkglist.Collection.Package[4].Version is blank");
    assertThat(importer.skipped()).isEqualTo(Map.of("source packages", 1L));
  }

  @Test
  void an_xml_document_becomes_its_bulletins() {
    Imported imported = Imported.by(importer, Document.of(XML));

    assertThat(imported.rejections()).isEmpty();
    List<Advisory> advisories = imported.advisories();
    assertThat(advisories).hasSize(2);
    Advisory first = advisories.getFirst();
    assertThat(first.id().value()).isEqualTo("ALAS2023-2030-001");
    assertThat(first.description()).isEqualTo("CVE-2030-24903:\nIt <overflows>. & more");
    assertThat(first.vulnerabilities()).hasToString("[CVE-2030-24903]");
    assertThat(first.vendorSeverity()).isEqualTo("Important");
    assertThat(first.published()).isEqualTo(Instant.parse("2030-02-17T20:41:00Z"));
    assertThat(Imported.line(first.affected().getFirst()))
        .isEqualTo("amazon:2023/core frob FIXED <1:8.2-3.amzn2023");
    assertThat(first.affected()).hasSize(1);
    Advisory second = advisories.getLast();
    assertThat(second.vulnerabilities()).isEmpty();
    assertThat(second.references()).containsExactly("https://alas.aws.amazon.com/ALAS-2030-2.html");
    assertThat(Imported.line(second.affected().getFirst()))
        .isEqualTo("amazon:1/core a FIXED <1-1.amzn1");
  }

  @Test
  void an_xml_document_that_is_cut_short_keeps_what_came_before() {
    Imported imported =
        Imported.by(importer, Document.of(XML.substring(0, XML.indexOf("ALAS-2030-2"))));
    assertThat(imported.advisories()).hasSize(1);
    assertThat(imported.rejections()).hasSize(1);
    assertThat(imported.rejections().getFirst()).startsWith("Not XML: ");
  }

  @Test
  void neither_a_document_type_nor_an_entity_is_read() {
    String bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE updates [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>
        <updates><update from="linux-security@amazon.com"><id>ALAS-2030-3&a;&b;</id>
        </update></updates>
        """;
    Imported imported = Imported.by(importer, Document.of(bomb));
    assertThat(imported.advisories()).isEmpty();
    assertThat(imported.rejections()).hasSize(1);
  }

  @Test
  void a_bulletin_of_an_unknown_collection_or_of_none_is_rejected() {
    assertThat(
            Imported.by(importer, Document.of(JSON.replace("amazon-linux-2---", "fedora-")))
                .rejections())
        .containsExactly(
            "ALAS2FROB-2030-001: \"fedora-frob\" is no collection of Amazon Linux that is known");
    assertThat(Imported.by(importer, Document.of(JSON.replace("Pkglist", "Nothing"))).rejections())
        .containsExactly("Pkglist is missing");
    assertThat(
            Imported.by(importer, Document.of("<updates><update><id>A</id></update></updates>"))
                .rejections())
        .containsExactly("A: A bulletin without a package list");
  }

  @Test
  void its_documents_are_recognised_by_what_they_hold() {
    assertThat(importer.recognises(Document.of(JSON))).isTrue();
    assertThat(importer.recognises(Document.of(XML))).isTrue();
    assertThat(importer.recognises(Document.of("\uFEFF" + XML))).isTrue();
    assertThat(importer.recognises(Document.of(XML.replace("amazon.com", "example.org"))))
        .isFalse();
    assertThat(importer.recognises(Document.of(JSON.replace("ALAS", "RLSA")))).isFalse();
  }
}
