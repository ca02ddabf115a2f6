package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageHeaderTest {

  @Test
  void everyFieldOfThePackageComesFromItsTag() {
    HeaderBuilder header =
        HeaderBuilder.of("nodejs", "18.14.2", "2.module+el9")
            .numbers(1003, 1)
            .text(1011, "Red Hat, Inc.")
            .text(1014, "MIT")
            .text(1015, "Packager <p@example.org>")
            .text(1022, "x86_64")
            .text(1044, "nodejs-18.14.2-2.module+el9.src.rpm")
            .text(5096, "nodejs:18:9010020230221:rhel9");
    assertThat(read(header))
        .isEqualTo(
            new InstalledPackage(
                PackageType.RPM,
                "nodejs",
                "1:18.14.2-2.module+el9",
                "x86_64",
                PackageState.INSTALLED,
                "nodejs",
                "1:18.14.2-2.module+el9",
                "Red Hat, Inc.",
                "nodejs:18:9010020230221:rhel9",
                "Packager <p@example.org>",
                "MIT",
                "var/lib/rpm/Packages"));
  }

  @ParameterizedTest
  @CsvSource({
    "bash-5.1.8-6.el9.src.rpm, bash, 5.1.8-6.el9",
    "java-17-openjdk-17.0.9.0.9-2.el9.src.rpm, java-17-openjdk, 17.0.9.0.9-2.el9",
    "nvidia-1-2.nosrc.rpm, nvidia, 1-2",
    "odd.src.rpm, binary, 1-1",
    "odd-1.src.rpm, binary, 1-1",
    "-1-2.src.rpm, binary, 1-1",
    "a--2.src.rpm, binary, 1-1",
    "a-1-.src.rpm, binary, 1-1",
    "a-1-2.x86_64.rpm, binary, 1-1",
    "(none), binary, 1-1",
    "' ', binary, 1-1",
  })
  void theSourceComesFromTheSourceRpmsFileName(String file, String name, String version) {
    InstalledPackage installed = read(HeaderBuilder.of("binary", "1", "1").text(1044, file));
    assertThat(installed.sourceName()).isEqualTo(name);
    assertThat(installed.sourceVersion()).isEqualTo(version);
  }

  @Test
  void theSourceHasTheBinarysEpoch() {
    HeaderBuilder header =
        HeaderBuilder.of("perl-libs", "5.32.1", "481.el9")
            .numbers(1003, 4)
            .text(1044, "perl-5.32.1-481.el9.src.rpm");
    assertThat(read(header).sourceVersion()).isEqualTo("4:5.32.1-481.el9");
  }

  @Test
  void anEpochOfZeroIsNotWritten() {
    assertThat(read(HeaderBuilder.of("a", "1", "2").numbers(1003, 0)).version()).isEqualTo("1-2");
  }

  @Test
  void aPublicKeyIsNoPackage() {
    assertThat(
            PackageHeader.read(
                header(HeaderBuilder.of("gpg-pubkey", "fd431d51", "4ae0493b")), "Packages"))
        .isEmpty();
  }

  @Test
  void theWordNoneIsNoVendor() {
    assertThat(read(HeaderBuilder.of("a", "1", "2").text(1011, "(none)")).vendor()).isNull();
  }

  @Test
  void aHeaderWithoutAVersionIsDamaged() {
    assertThatThrownBy(() -> read(new HeaderBuilder().text(1000, "a")))
        .hasMessage("The header has no VERSION.");
  }

  private static InstalledPackage read(HeaderBuilder header) {
    return PackageHeader.read(header(header), "var/lib/rpm/Packages").orElseThrow();
  }

  private static RpmHeader header(HeaderBuilder header) {
    byte[] blob = header.build();
    return RpmHeader.parse(Octets.bigEndian(blob, blob.length));
  }
}
