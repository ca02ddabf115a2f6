package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.OperatingSystem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcosystemOfReleaseTest {
  @ParameterizedTest(name = "{0} {1} ({2}) is {3}")
  @CsvSource({
    "debian, 12, bookworm, debian:12",
    "debian, 12.5, , debian:12",
    "debian, 3.1, sarge, debian:3.1",
    "debian, '', trixie, debian:13",
    "debian, '', sid, debian:sid",
    "debian, '', , debian:sid",
    "ubuntu, 22.04, jammy, ubuntu:22.04",
    "alpine, 3.18.4, , alpine:3.18",
    "alpine, 3.22_alpha20250108, , alpine:edge",
    "alpine, '', , alpine:edge",
    "amzn, 2, , amazon:2",
    "amzn, 2018.03, , amazon:1",
    "amzn, 2023, , amazon:2023",
    "rhel, 8.4, , redhat:8",
    "almalinux, 9.3, , almalinux:9",
    "rocky, 8.10, , rocky:8",
    "centos, 7, , centos:7",
    "ol, 9.1, , oracle:9",
    "sles, 15.4, , sles:15.4",
    "sles, 15, , sles:15",
    "sles_sap, 12.5, , sles:12.5",
    "opensuse-leap, 15.5, , opensuse-leap:15.5",
    "opensuse-tumbleweed, 20240101, , opensuse-tumbleweed",
    "sle-micro, 5.3, , sle-micro:5.3",
    "raspbian, 12, , raspbian:12",
    "fedora, 40, , fedora:40"
  })
  void each_release_has_its_own_ecosystem(
      String id, String versionId, String codename, String expected) {
    OperatingSystem os =
        new OperatingSystem(id, versionId, codename, "", List.of("debian"), null, null, "");
    assertThat(EcosystemOfRelease.of(os)).hasToString(expected);
  }
}
