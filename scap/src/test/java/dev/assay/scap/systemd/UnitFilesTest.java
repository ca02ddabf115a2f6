package dev.assay.scap.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scap.host.FakeHost;
import org.junit.jupiter.api.Test;

class UnitFilesTest {
  private static final String LIB = "/usr/lib/systemd/system/";
  private static final String ETC = "/etc/systemd/system/";
  private final FakeHost host =
      new FakeHost()
          .file(LIB + "multi-user.target", "[Unit]\nRequires=basic.target\n")
          .file(LIB + "basic.target", "[Unit]\nWants=tmp.mount\n")
          .file(LIB + "tmp.mount", "[Mount]\nWhat=tmpfs\n")
          .file(
              LIB + "ssh.service",
              "[Service]\nType=notify\n[Install]\nWantedBy=multi-user.target\n")
          .file(LIB + "cron.service", "[Service]\nExecStart=/bin/cron \\\n -f\n")
          .link(LIB + "default.target", LIB + "multi-user.target");

  @Test
  void anEnabledUnitIsALinkAmongTheWants() {
    host.link(ETC + "multi-user.target.wants/ssh.service", LIB + "ssh.service");
    assertThat(UnitFiles.of(host).isEnabled("ssh.service")).isTrue();
    assertThat(UnitFiles.of(host).isEnabled("cron.service")).isFalse();
    assertThat(Boot.started(UnitFiles.of(host)))
        .containsExactlyInAnyOrder("multi-user.target", "basic.target", "tmp.mount", "ssh.service");
  }

  @Test
  void aLinkToNullMasks() {
    host.link(ETC + "tmp.mount", "/dev/null");
    UnitFiles files = UnitFiles.of(host);
    assertThat(files.unit("tmp.mount").loadState()).isEqualTo("masked");
    assertThat(Boot.started(files)).doesNotContain("tmp.mount");
    assertThat(Boot.dependencies(files, "multi-user.target")).contains("tmp.mount");
  }

  @Test
  void aFileInEtcHidesTheOneOfThePackage() {
    host.file(ETC + "ssh.service", "[Service]\nType=simple\n");
    assertThat(UnitFiles.of(host).unit("ssh.service").values("Service.Type"))
        .containsExactly("simple");
  }

  @Test
  void dropInsComeAfterTheFileInTheOrderOfTheirNames() {
    host.file(ETC + "cron.service.d/20-more.conf", "[Service]\nExecStart=\nExecStart=/bin/second\n")
        .file(LIB + "cron.service.d/10-first.conf", "[Service]\nExecStart=/bin/first\n");
    assertThat(UnitFiles.of(host).unit("cron.service").values("Service.ExecStart"))
        .containsExactly("/bin/second");
  }

  @Test
  void linesGoOnAfterABackslash() {
    assertThat(UnitFiles.of(host).unit("cron.service").values("Service.ExecStart"))
        .containsExactly("/bin/cron  -f");
  }

  @Test
  void anInstanceIsReadFromItsTemplate() {
    host.file(LIB + "getty@.service", "[Unit]\nDescription=Getty\n");
    assertThat(UnitFiles.of(host).unit("getty@tty1.service").loadState()).isEqualTo("loaded");
    assertThat(UnitFiles.of(host).unit("other.service").loadState()).isEqualTo("not-found");
  }
}
