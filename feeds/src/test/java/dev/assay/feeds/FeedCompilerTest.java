package dev.assay.feeds;

import static dev.assay.feeds.archive.Packed.tar;
import static dev.assay.feeds.archive.Packed.text;
import static dev.assay.feeds.archive.Packed.zip;
import static dev.assay.feeds.archive.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.feeds.osv.OsvImporter;
import dev.assay.model.Advisory;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCompilerTest {
  private static final String DSA =
      """
      {"id": "DSA-1-1", "modified": "2024-01-02T00:00:00Z", "summary": "nano",
       "affected": [{"package": {"ecosystem": "Debian:12", "name": "nano"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
      """;

  @TempDir private Path directory;

  private final List<FeedRecord> records = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  @Test
  void documents_are_recognised_by_their_content_whatever_lies_around_them() throws IOException {
    write("a/plain", text(DSA));
    write("b.bin", zstd(tar(Map.of("DSA/1", text(DSA.replace("DSA-1-1", "DSA-2-1"))))));
    write("c.bin", zip(Map.of("x.txt", text(DSA.replace("DSA-1-1", "DLA-3-1")))));
    FeedReport report = compile(directory);
    assertThat(ids()).containsExactly("DSA-1-1", "DSA-2-1", "DLA-3-1");
    assertThat(report.records()).isEqualTo(3);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void the_manifest_beside_a_file_dates_and_licenses_it() throws IOException {
    write(
        "manifest.json",
        text(
            """
            {"os/a.json": {"snapshotDate": "2025-02-12", "licence": "CC0", "origin": "x"},
             "os/b.json": {"snapshotDate": "2025-03-01", "dateFrom": "download"}}
            """));
    write("os/a.json", text(DSA));
    write("os/b.json", text(DSA));
    write("os/c.json", text(DSA));
    compile(directory);
    assertThat(sources)
        .containsExactly(
            "debian-osv 2025-02-12 MANIFEST CC0",
            "debian-osv 2025-03-01 DOWNLOAD null",
            "debian-osv null NONE null");
    sources.clear();
    compile(directory.resolve("os/a.json"));
    assertThat(sources).containsExactly("debian-osv 2025-02-12 MANIFEST CC0");
  }

  @Test
  void a_file_with_another_checksum_than_stated_is_rejected() throws IOException {
    write("a.json", text(DSA));
    write("SHA256SUMS", text("0".repeat(64) + "  ./a.json\n"));
    FeedReport report = compile(directory);
    assertThat(ids()).isEmpty();
    assertThat(rejected())
        .containsExactly("feed-files a.json: its checksum is not the one that SHA256SUMS states");
    assertThat(report.complete()).isFalse();
  }

  @Test
  void what_is_not_imported_is_listed_with_its_reason() throws IOException {
    write("README.md", text("# Feeds"));
    write("empty.json", text(""));
    write("ghsa.json", text(DSA.replace("DSA-1-1", "GHSA-1").replace("Debian:12", "npm")));
    write("rust.md", text("```toml\n[advisory]\nid = \"RUSTSEC-1\"\n"));
    write("pkg/testdata/fixtures/dsa.json", text(DSA));
    write("what.json", text("{\"a\": 1}"));
    FeedReport report = compile(directory);
    assertThat(report.passedOver())
        .extracting(PassedOver::file, PassedOver::kind, PassedOver::what)
        .containsExactlyInAnyOrder(
            row("README.md", PassedOver.Kind.NOT_A_FEED, "not a feed"),
            row("empty.json", PassedOver.Kind.NOT_A_FEED, "an empty document"),
            row(
                "ghsa.json",
                PassedOver.Kind.NOT_READ,
                "OSV records of language ecosystems and products"),
            row("rust.md", PassedOver.Kind.NOT_READ, "RustSec advisories"),
            row("pkg/testdata/fixtures/dsa.json", PassedOver.Kind.NOT_A_FEED, "test data"),
            row("what.json", PassedOver.Kind.UNRECOGNISED, "no importer recognises it"));
    assertThat(records).isEmpty();
  }

  @Test
  void a_link_is_not_followed_and_not_passed_over_in_silence() throws IOException {
    write("outside/dsa.json", text(DSA));
    Files.createDirectories(directory.resolve("in"));
    Files.createSymbolicLink(directory.resolve("in/link"), directory.resolve("outside/dsa.json"));
    Files.createSymbolicLink(directory.resolve("in/more"), directory.resolve("outside"));
    FeedReport report = compile(directory.resolve("in"));
    assertThat(report.complete()).isFalse();
    assertThat(records)
        .extracting(record -> ((RejectedRecord) record).where())
        .containsExactly("link", "more");
  }

  @Test
  void test_data_inside_archives_is_not_entered() throws IOException {
    byte[] inner = zip(Map.of("DSA-1-1.json", text(DSA)));
    write("samples.tar", tar(Map.of("debian/testdata/fixtures/all.zip", inner)));
    FeedReport report = compile(directory);
    assertThat(records).isEmpty();
    assertThat(report.passedOver()).extracting(PassedOver::what).containsExactly("test data");
  }

  @Test
  void a_damaged_file_is_rejected_with_its_place_and_the_build_goes_on() throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("1.json", text(DSA));
    members.put("2.json", text(DSA.replace("DSA-1-1", "DSA-2-1") + " ".repeat(20_000)));
    byte[] tar = tar(members);
    write("a.tar", Arrays.copyOf(tar, 3_000));
    write("b.json", text(DSA.replace("DSA-1-1", "DSA-3-1")));
    compile(directory);
    assertThat(ids()).containsExactly("DSA-1-1", "DSA-3-1");
    assertThat(rejected())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("debian-osv a.tar!2.json: cannot be read further");
  }

  @Test
  void a_malformed_document_is_rejected_and_the_next_is_read() throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("1.json", text(DSA));
    members.put("2.json", text(DSA.substring(0, DSA.length() - 9)));
    members.put("3.json", text(DSA.replace("DSA-1-1", "DSA-3-1")));
    write("a.tar", tar(members));
    compile(directory);
    assertThat(ids()).containsExactly("DSA-1-1", "DSA-3-1");
    assertThat(rejected()).hasSize(1).first().asString().contains("a.tar!2.json: Not JSON: line 3");
  }

  @Test
  void an_input_that_is_absent_is_rejected() {
    FeedReport report = compile(directory.resolve("nowhere"));
    assertThat(report.rejected()).isEqualTo(1);
  }

  @Test
  void a_manifest_that_is_none_is_told_and_the_files_are_read_without_it() throws IOException {
    write("manifest.json", text("[]"));
    write("a.json", text(DSA));
    compile(directory);
    assertThat(ids()).containsExactly("DSA-1-1");
    assertThat(rejected()).hasSize(1).first().asString().contains("manifest.json: is not used");
  }

  private static org.assertj.core.groups.Tuple row(Object... values) {
    return new org.assertj.core.groups.Tuple(values);
  }

  private FeedReport compile(Path... inputs) {
    return new FeedCompiler(
            OsvImporter.all(),
            ArchiveLimits.STANDARD,
            (source, title, date, from, licence) -> {
              sources.add(source + " " + date + " " + from + " " + licence);
              return records::add;
            })
        .compile(List.of(inputs));
  }

  private List<String> ids() {
    return records.stream()
        .filter(Advisory.class::isInstance)
        .map(record -> ((Advisory) record).id().value())
        .toList();
  }

  private List<String> rejected() {
    return records.stream()
        .filter(RejectedRecord.class::isInstance)
        .map(RejectedRecord.class::cast)
        .map(record -> record.source() + " " + record.where() + ": " + record.why())
        .toList();
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
