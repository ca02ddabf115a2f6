package dev.assay.inventory.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.FakeTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingSystemReaderTest {
  private final List<NotEvaluated> gaps = new ArrayList<>();

  @Test
  void os_release_says_it_all() {
    String content =
        """
        PRETTY_NAME="Ubuntu 22.04.3 LTS"
        NAME="Ubuntu"
        VERSION_ID="22.04"
        VERSION_CODENAME=jammy
        ID=ubuntu
        ID_LIKE="debian  other"
        CPE_NAME='cpe:/o:canonical:ubuntu'
        """;

    assertThat(read(new FakeTree().with("etc/os-release", content)))
        .isEqualTo(
            new OperatingSystem(
                "ubuntu",
                "22.04",
                "jammy",
                "Ubuntu 22.04.3 LTS",
                List.of("debian", "other"),
                "cpe:/o:canonical:ubuntu",
                null,
                "etc/os-release"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etc/redhat-release | CentOS release 6.10 (Final) | centos | 6.10 | Final",
        "etc/redhat-release | CentOS Linux release 7.9.2009 (Core) | centos | 7.9.2009 | Core",
        "etc/redhat-release | CentOS Stream release 8 | centos | 8 | ",
        "etc/redhat-release | Red Hat Enterprise Linux release 8.4 (Ootpa) | rhel | 8.4 | Ootpa",
        "etc/redhat-release | Red Hat Enterprise Linux Server release 6.10 (Santiago) | rhel | 6.10 | Santiago",
        "etc/redhat-release | Rocky Linux release 8.5 (Green Obsidian) | rocky | 8.5 | Green Obsidian",
        "etc/redhat-release | AlmaLinux release 8.5 (Arctic Sphynx) | almalinux | 8.5 | Arctic Sphynx",
        "etc/redhat-release | Fedora release 30 (Thirty) | fedora | 30 | Thirty",
        "etc/oracle-release | Oracle Linux Server release 6.10 | ol | 6.10 | ",
        "etc/system-release | Amazon Linux AMI release 2018.03 | amzn | 2018.03 | ",
        "etc/system-release | Amazon Linux release 2 (Karoo) | amzn | 2 | Karoo",
        "etc/alpine-release | 3.18.4 | alpine | 3.18.4 | ",
        "etc/debian_version | 7.11 | debian | 7 | ",
        "etc/debian_version | 6.0.10 | debian | 6 | ",
        "etc/debian_version | wheezy/sid | debian | '' | wheezy",
        "etc/SuSE-release | openSUSE 13.2 (x86_64) | opensuse | 13.2 | ",
        "etc/SuSE-release | SUSE Linux Enterprise Server 11 (x86_64) | sles | 11 | "
      })
  void the_files_before_os_release_are_understood(
      String path, String line, String id, String version, String codename) {
    OperatingSystem os = read(new FakeTree().with(path, line + "\n"));

    assertThat(os.id()).isEqualTo(id);
    assertThat(os.versionId()).isEqualTo(version);
    assertThat(os.codename()).isEqualTo(codename);
    assertThat(os.evidence()).isEqualTo(path);
  }

  @Test
  void a_service_pack_is_part_of_suses_version() {
    String content = "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n";

    assertThat(read(new FakeTree().with("etc/SuSE-release", content)).versionId())
        .isEqualTo("11.4");
  }

  @Test
  void the_distributions_own_file_comes_before_its_ancestors() {
    FakeTree ubuntu =
        new FakeTree()
            .with("etc/debian_version", "jessie/sid\n")
            .with(
                "etc/lsb-release",
                "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=14.04\nDISTRIB_CODENAME=trusty\n");
    FakeTree oracle =
        new FakeTree()
            .with("etc/redhat-release", "Red Hat Enterprise Linux Server release 6.10\n")
            .with("etc/oracle-release", "Oracle Linux Server release 6.10\n");

    assertThat(read(ubuntu).versionId()).isEqualTo("14.04");
    assertThat(read(ubuntu).id()).isEqualTo("ubuntu");
    assertThat(read(oracle).id()).isEqualTo("ol");
  }

  @ParameterizedTest
  @CsvSource({
    "VERSION_CODENAME=forky, forky/sid, '', forky",
    "X=y, trixie/sid, '', trixie",
    "X=y, 12.5, 12, ",
    "VERSION_ID=11, 12.5, 11, "
  })
  void debian_without_a_version_is_what_debian_version_says(
      String field, String debianVersion, String version, String codename) {
    OperatingSystem os =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=debian\n" + field + "\n")
                .with("etc/debian_version", debianVersion + "\n"));

    assertThat(os.versionId()).isEqualTo(version);
    assertThat(os.codename()).isEqualTo(codename);
  }

  @Test
  void a_codename_in_parentheses_is_found() {
    String content = "ID=debian\nVERSION_ID=\"8\"\nVERSION=\"8 (jessie)\"\n";

    assertThat(read(new FakeTree().with("etc/os-release", content)).codename()).isEqualTo("jessie");
  }

  @Test
  void an_os_release_that_cannot_be_read_is_a_gap_and_the_next_file_is_tried() {
    FakeTree tree =
        new FakeTree()
            .withUnreadable("etc/os-release")
            .with("usr/lib/os-release", "ID=alpine\nVERSION_ID=3.20.1\n");

    assertThat(read(tree).evidence()).isEqualTo("usr/lib/os-release");
    assertThat(gaps)
        .containsExactly(
            new NotEvaluated("etc/os-release", Reason.UNREADABLE, "Permission denied.", Gap.PART));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "deb\0ian", "deb\u001b[31mian", "../etc", "two words", "''"})
  void an_id_that_no_distribution_may_have_is_no_answer(String id) {
    FakeTree tree =
        new FakeTree()
            .with("etc/os-release", "ID=\"" + id + "\"\nVERSION_ID=12\n")
            .with("etc/lsb-release", "DISTRIB_ID=\"" + id + "\"\nDISTRIB_RELEASE=12\n");

    assertThat(OperatingSystemReader.read(tree, gaps::add)).isEmpty();
    assertThat(gaps).extracting(NotEvaluated::reason).containsExactly(Reason.UNKNOWN_OS);
  }

  @Test
  void without_any_file_the_operating_system_is_a_whole_gap() {
    assertThat(OperatingSystemReader.read(new FakeTree(), gaps::add)).isEmpty();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().reason()).isEqualTo(Reason.UNKNOWN_OS);
    assertThat(gaps.getFirst().gap()).isEqualTo(Gap.WHOLE);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 62, x86_64",
    "1, 1, 3, i686",
    "2, 1, 183, aarch64",
    "1, 1, 40, armv7l",
    "2, 1, 21, ppc64le",
    "2, 2, 21, ppc64",
    "2, 2, 22, s390x",
    "2, 1, 243, riscv64"
  })
  void the_processor_is_read_from_the_shell(int bits, int order, int machine, String name) {
    byte[] header = new byte[64];
    header[0] = 0x7f;
    header[1] = 'E';
    header[2] = 'L';
    header[3] = 'F';
    header[4] = (byte) bits;
    header[5] = (byte) order;
    header[order == 1 ? 18 : 19] = (byte) machine;
    FileTree tree = new FakeTree().with("bin/sh", "#!script").with("bin/busybox", header);

    assertThat(Architecture.of(tree)).contains(name);
  }

  private OperatingSystem read(FileTree tree) {
    return OperatingSystemReader.read(tree, gaps::add).orElseThrow();
  }
}
