package dev.assay.inventory.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.Collected;
import dev.assay.inventory.tree.FakeTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DpkgCataloguerTest {
  private static final String STATUS = "var/lib/dpkg/status";

  @ParameterizedTest
  @CsvSource({
    "install ok installed, installed",
    "deinstall ok installed, installed",
    "hold ok installed, installed",
    "purge reinstreq half-installed, half-installed",
    "install ok unpacked, unpacked",
    "install ok half-configured, half-configured",
    "install ok triggers-awaited, triggers-awaited",
    "Install OK Triggers-Pending, triggers-pending"
  })
  void the_third_word_of_status_is_the_state(String status, String state) {
    Collected read = read(record("a", "1", "Status: " + status));

    assertThat(read.packages()).hasSize(1);
    assertThat(read.packages().getFirst().state().word()).isEqualTo(state);
    assertThat(read.gaps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deinstall ok config-files", "purge ok not-installed"})
  void what_was_removed_does_not_count_whatever_it_lacks(String status) {
    Collected read = read("Package: a\nStatus: " + status + "\n\n");

    assertThat(read.packages()).isEmpty();
    assertThat(read.gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', a, 1:2-3",
    "'Source: b', b, 1:2-3",
    "'Source: b (9-1)', b, 9-1",
    "'Source:b(9-1)', b, 9-1",
    "'source:   b   ( 9-1 )  ', b, 9-1",
    "'Source: b (9-1', b, 9-1",
    "'Source: b ()', b, 1:2-3",
    "'Source: (9-1)', a, 9-1"
  })
  void a_source_has_the_binarys_name_and_version_where_it_states_none(
      String field, String name, String version) {
    String fields = field.isEmpty() ? "Section: x" : field;
    InstalledPackage read =
        read(record("a", "1:2-3", "Status: install ok installed\n" + fields)).packages().getFirst();

    assertThat(read.sourceName()).isEqualTo(name);
    assertThat(read.sourceVersion()).isEqualTo(version);
  }

  @Test
  void one_package_of_two_architectures_is_two_packages() {
    Collected read =
        read(
            installed("libc6", "2.36-9", "Architecture: amd64")
                + installed("libc6", "2.36-9", "Architecture: i386"));

    assertThat(read.names()).containsExactly("libc6 2.36-9 amd64", "libc6 2.36-9 i386");
  }

  @Test
  void everything_else_a_record_says_is_kept() {
    InstalledPackage read =
        read(installed("a", "1", "Maintainer: Zoë <z@example.org>\nOrigin: Acme"))
            .packages()
            .getFirst();

    assertThat(read.maintainer()).isEqualTo("Zoë <z@example.org>");
    assertThat(read.vendor()).isEqualTo("Acme");
    assertThat(read.evidence()).isEqualTo(STATUS);
  }

  @Test
  void fields_in_a_continuation_are_no_fields() {
    Collected read =
        read(installed("a", "1", "Description: x\n Package: fake\n Version: 9\n\tStatus: no"));

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps()).isEmpty();
  }

  @Test
  void carriage_returns_are_not_part_of_values() {
    Collected read = read(installed("a", "1", "X: y").replace("\n", "\r\n"));

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps()).isEmpty();
  }

  @Test
  void an_empty_line_that_was_lost_loses_no_package() {
    Collected read =
        read((installed("a", "1", "X: y") + installed("b", "2", "X: y")).replace("\n\n", "\n"));

    assertThat(read.names()).containsExactly("a 1 ", "b 2 ");
  }

  @ParameterizedTest
  @CsvSource({
    "'Package: a\nStatus: install ok installed\n', a",
    "'Package: a\nStatus: install ok installed\nVersion:\n', a",
    "'Package: a\nStatus: install ok installed\nVersion: 1 2\n', a",
    "'Package: a\nVersion: 1\n', a",
    "'Package: a\nVersion: 1\nStatus: installed\n', a",
    "'Package: a\nVersion: 1\nStatus: install ok perhaps\n', a",
    "'Package: a\nVersion: 1\nStatus: install ok installed\nVersion: 2\n', a",
    "'Version: 1\nStatus: install ok installed\n', the record at line 1",
    "'Package: ../x\nVersion: 1\nStatus: install ok installed\n', the record at line 1"
  })
  void a_record_that_cannot_be_used_is_named_and_the_next_is_read(String record, String what) {
    Collected read = read(record + "\n" + installed("next", "1", "X: y"));

    assertThat(read.names()).containsExactly("next 1 ");
    assertThat(read.gaps()).hasSize(1);
    NotEvaluated gap = read.gaps().getFirst();
    assertThat(gap.what()).isEqualTo(what);
    assertThat(gap.why()).startsWith("Its record in var/lib/dpkg/status, line 1, has ");
    assertThat(gap.gap()).isEqualTo(Gap.PART);
  }

  @Test
  void a_repeated_field_that_contradicts_nothing_is_no_gap() {
    Collected read = read(installed("a", "1", "Version: 1\nOrigin: x\nOrigin: y"));

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps()).isEmpty();
  }

  @Test
  void a_corrupt_line_is_a_whole_gap_and_the_rest_is_read() {
    Collected read = read("\0\0\0\0\n" + installed("a", "1", "X: y") + "garbage\n");

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps())
        .containsExactly(
            new NotEvaluated(
                STATUS,
                Reason.UNPARSEABLE,
                "Lines that are no part of a package record: 2, the first is line 1.",
                Gap.WHOLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void the_record_in_which_a_status_file_breaks_off_is_not_judged(String lineEnd) {
    String whole = installed("a", "1", "").replace("\n", lineEnd);
    Collected read = read(whole + "Package: b\nStatus: install ok installed\nVersion: 1.");

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps()).extracting(NotEvaluated::gap).contains(Gap.WHOLE);
  }

  @Test
  void a_status_file_cut_short_is_a_whole_gap() {
    Collected read = read(installed("a", "1", "X: y") + "Package: b\nStatus: insta");

    assertThat(read.names()).containsExactly("a 1 ");
    assertThat(read.gaps()).extracting(NotEvaluated::gap).containsExactly(Gap.WHOLE);
  }

  @Test
  void bytes_that_are_no_utf_8_are_replaced_in_the_maintainers_name() {
    byte[] status =
        installed("a", "1", "Maintainer: Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1);

    Collected read = Collected.from(new DpkgCataloguer(), new FakeTree().with(STATUS, status));

    assertThat(read.packages().getFirst().maintainer()).isEqualTo("Zo\ufffd");
  }

  @Test
  void an_unreadable_database_is_present_and_a_whole_gap() {
    FakeTree tree = new FakeTree().withUnreadable(STATUS);

    assertThat(new DpkgCataloguer().present(tree)).isTrue();
    assertThat(Collected.from(new DpkgCataloguer(), tree).gaps())
        .containsExactly(
            new NotEvaluated(STATUS, Reason.UNREADABLE, "Permission denied.", Gap.WHOLE));
  }

  @Test
  void a_file_of_status_d_needs_no_status_and_no_last_newline() {
    FakeTree tree =
        new FakeTree()
            .with("var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4")
            .with("var/lib/dpkg/status.d/base.md5sums", "0123  etc/debian_version\n")
            .withVanishing("var/lib/dpkg/status.d/tzdata");

    Collected read = Collected.from(new DpkgCataloguer(), tree);

    assertThat(new DpkgCataloguer().present(tree)).isTrue();
    assertThat(read.names()).containsExactly("base-files 12.4 ");
    assertThat(read.packages().getFirst().evidence()).isEqualTo("var/lib/dpkg/status.d/base");
    assertThat(read.gaps())
        .containsExactly(
            new NotEvaluated(
                "var/lib/dpkg/status.d/tzdata",
                Reason.UNREADABLE,
                "It vanished while it was being read.",
                Gap.PART));
  }

  @Test
  void updates_that_dpkg_has_not_merged_yet_replace_records() {
    FakeTree tree =
        new FakeTree()
            .with(STATUS, installed("a", "1", "X: y") + installed("b", "1", "X: y"))
            .with("var/lib/dpkg/updates/0000", installed("a", "2", "X: y"))
            .with("var/lib/dpkg/updates/0001", "Package: b\nStatus: purge ok not-installed\n")
            .with("var/lib/dpkg/updates/tmp.i", installed("c", "1", "X: y"));

    assertThat(Collected.from(new DpkgCataloguer(), tree).names()).containsExactly("a 2 ");
  }

  private static Collected read(String status) {
    return Collected.from(new DpkgCataloguer(), new FakeTree().with(STATUS, status));
  }

  private static String installed(String name, String version, String fields) {
    return record(name, version, "Status: install ok installed\n" + fields);
  }

  private static String record(String name, String version, String fields) {
    return "Package: " + name + "\nVersion: " + version + "\n" + fields + "\n\n";
  }
}
