package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PackagePurlTest {

  @Test
  void aDebsEpochIsPartOfItsVersion() {
    assertThat(purl(Fixtures.deb("zlib1g", "1:1.2.13.dfsg-1", "zlib", "1:1.2.13.dfsg-1")))
        .isEqualTo(
            "pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1?arch=amd64&distro=debian-12&upstream=zlib");
  }

  @Test
  void aSourceOfAnotherVersionIsNamedWithIt() {
    assertThat(purl(Fixtures.deb("bash", "5.2.15-2+b2", "bash", "5.2.15-2")))
        .isEqualTo(
            "pkg:deb/debian/bash@5.2.15-2%2Bb2?arch=amd64&distro=debian-12&upstream=bash%405.2.15-2");
  }

  @Test
  void anRpmsEpochIsAQualifier() throws MalformedPackageURLException {
    InstalledPackage nodejs = Fixtures.rpm("nodejs", "1:18.12.1-2.el8", "nodejs:18:1:c");
    PackageURL read =
        new PackageURL(PackagePurl.of(nodejs, Fixtures.endedRpmRoot().inventory().os()).value());
    assertThat(read.getNamespace()).isEqualTo("redhat");
    assertThat(read.getVersion()).isEqualTo("18.12.1-2.el8");
    assertThat(read.getQualifiers())
        .containsEntry("epoch", "1")
        .containsEntry("rpmmod", "nodejs:18:1:c")
        .containsEntry("distro", "rhel-8.4");
  }

  @Test
  void withoutAnOperatingSystemThereIsNoNamespace() {
    assertThat(PackagePurl.of(Fixtures.apk("musl", "1.2.5-r0", "MIT"), null).value())
        .isEqualTo("pkg:apk/musl@1.2.5-r0?arch=x86_64");
  }

  /// Whatever a version holds of ASCII (no package manager takes more), another reader of package
  // URLs gets back what was put in.
  @Test
  void oddVersionsRoundTrip() throws MalformedPackageURLException {
    Random random = new Random(42);
    String alphabet = "abcXYZ0189.+~:-_^%@/?#&= ";
    for (int round = 0; round < 2000; round++) {
      StringBuilder version = new StringBuilder("1");
      for (int i = random.nextInt(12); i > 0; i--) {
        version.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertRoundTrip(Fixtures.deb("name", version.append("9-1").toString()));
    }
  }

  /// Every package of this machine, where it has dpkg.
  @Test
  void everyPackageHereRoundTrips() throws IOException, MalformedPackageURLException {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-query")), "no dpkg-query here");
    Process query =
        new ProcessBuilder(
                "dpkg-query",
                "-W",
                "-f",
                "${Package}\\t${Version}\\t${Architecture}\\t${source:Package}\\t${source:Version}\\n")
            .start();
    int count = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(query.getInputStream(), StandardCharsets.UTF_8))) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> fields = List.of(line.split("\t"));
        if (fields.size() == 5 && !fields.get(1).isEmpty()) {
          assertRoundTrip(installed(fields));
          count++;
        }
      }
    }
    assertThat(count).isPositive();
  }

  private static InstalledPackage installed(List<String> fields) {
    return new InstalledPackage(
        PackageType.DEB,
        fields.get(0),
        fields.get(1),
        fields.get(2),
        PackageState.INSTALLED,
        fields.get(3),
        fields.get(4),
        null,
        null,
        null,
        null,
        "var/lib/dpkg/status");
  }

  private static void assertRoundTrip(InstalledPackage installed)
      throws MalformedPackageURLException {
    PackageURL read = new PackageURL(purl(installed));
    assertThat(read.getType()).isEqualTo("deb");
    assertThat(read.getNamespace()).isEqualTo("debian");
    assertThat(read.getName()).isEqualTo(installed.name());
    assertThat(read.getVersion()).isEqualTo(installed.version());
    assertThat(Objects.requireNonNull(read.getQualifiers()))
        .containsEntry("arch", installed.architecture())
        .containsEntry("distro", "debian-12");
    String upstream = read.getQualifiers().getOrDefault("upstream", installed.name());
    boolean versioned = !installed.sourceVersion().equals(installed.version());
    assertThat(upstream)
        .isEqualTo(
            versioned
                ? installed.sourceName() + "@" + installed.sourceVersion()
                : installed.sourceName());
  }

  private static String purl(InstalledPackage installed) {
    return PackagePurl.of(installed, Fixtures.bookworm()).value();
  }
}
