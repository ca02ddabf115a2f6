package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {
  private static final Known DEBIAN =
      new Known().of("debian:12", "linux", "CVE-1").from("debian-osv").fixedIn("6.1.90-1");

  private static Host debian() {
    return Host.debian("12")
        .with("linux-image-6.1.0-18-amd64", "6.1.76-1", "linux-signed-amd64", "6.1.76+1");
  }

  @Test
  void the_running_kernel_counts() {
    assertThat(debian().running("6.1.0-18-amd64").finding(DEBIAN).inUse()).isTrue();
  }

  @Test
  void another_kernel_than_the_running_one_is_installed_but_not_running() {
    var finding = debian().running("6.1.0-21-amd64").finding(DEBIAN);
    assertThat(finding.inUse()).isFalse();
    assertThat(finding.packages().getFirst().use()).isEqualTo(Use.NOT_RUNNING);
  }

  @Test
  void in_a_root_that_is_not_running_no_kernel_runs() {
    assertThat(debian().finding(DEBIAN).inUse()).isFalse();
  }

  @Test
  void in_an_image_no_kernel_counts() {
    assertThat(debian().image().found(DEBIAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "linux-libc-dev, linux",
    "linux-headers-6.1.0-18-amd64, linux",
    "linux-perf, linux",
    "linux-kbuild-6.1, linux",
    "linux-image-amd64, linux-signed-amd64",
    "linux-image-6.1.0-18-amd64-dbg, linux"
  })
  void what_is_built_from_the_kernels_source_is_not_a_kernel(String name, String source) {
    Host host = Host.debian("12").with(name, "6.1.76-1", source, "6.1.76-1");
    assertThat(host.running("6.1.0-18-amd64").found(DEBIAN)).isEmpty();
  }

  @Test
  void what_only_sounds_like_the_kernel_is_a_package_like_any_other() {
    Known known = new Known().of("debian:12", "linux-base", "CVE-1").fixedIn("5");
    assertThat(Host.debian("12").with("linux-base", "4.9").found(known)).containsExactly("CVE-1");
  }

  @ParameterizedTest(name = "{0} {1} under {2}: {3}")
  @CsvSource({
    "kernel-core, 4.18.0-305.el8, 4.18.0-305.el8.x86_64, true",
    "kernel-core, 4.18.0-300.el8, 4.18.0-305.el8.x86_64, false",
    "kernel, 4.18.0-305.el8, 4.18.0-305.el8.x86_64, true",
    "kernel-modules, 4.18.0-305.el8, 4.18.0-305.el8.x86_64, true",
    "kernel-default, 5.14.21-150400.24.28.1, 5.14.21-150400.24.28-default, true"
  })
  void rpm_kernels_are_told_by_version_and_release(
      String name, String version, String release, boolean running) {
    Known known =
        new Known().of("almalinux:8", name, "CVE-1").onBinary().bulletin("ALSA-1").fixedIn("9-1");
    Host host =
        Host.rpm("almalinux", "8.4").with(name, version, "kernel", version).running(release);
    assertThat(host.finding(known).inUse()).isEqualTo(running);
  }

  @ParameterizedTest
  @CsvSource({"kernel-headers", "kernel-tools", "perf", "bpftool", "python3-perf", "kernel-devel"})
  void rpms_of_the_kernels_source_are_not_a_kernel(String name) {
    Known known =
        new Known().of("almalinux:8", name, "CVE-1").onBinary().bulletin("ALSA-1").fixedIn("9-1");
    Host host =
        Host.rpm("almalinux", "8.4")
            .with(name, "4.18.0-305.el8", "kernel", "4.18.0-305.el8")
            .running("4.18.0-305.el8.x86_64");
    assertThat(host.found(known)).isEmpty();
  }

  @Test
  void a_live_patch_of_the_running_kernel_lowers() {
    Known known =
        new Known()
            .of("amazon:2", "kernel", "CVE-1")
            .onBinary()
            .in("core")
            .rated("important")
            .bulletin("ALAS2-1")
            .fixedIn("4.14.300-1.amzn2")
            .of("amazon:2", "kernel-livepatch-4.14.200-1.1", "CVE-1")
            .onBinary()
            .in("livepatch")
            .bulletin("ALASLIVEPATCH-1")
            .fixedIn("1.0-3.amzn2");
    Host host =
        Host.rpm("amzn", "2")
            .with("kernel", "4.14.200-1.1.amzn2", "kernel", "4.14.200-1.1.amzn2")
            .running("4.14.200-1.1.amzn2.x86_64");
    assertThat(host.finding(known).severity()).isEqualTo(Severity.HIGH);
    host.with("kernel-livepatch-4.14.200-1.1", "1.0-3.amzn2");
    assertThat(host.finding(known).severity()).isEqualTo(Severity.INFORMATIONAL);
    assertThat(host.finding(known).severityReasons().getFirst()).contains("live patch");
  }
}
