package dev.assay.agentless.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkListingTest {
  private static final String OF_INIT = "lrwxrwxrwx 1 0 0 0 Nov 28 05:42 /proc/1/exe -> /sbin/init";

  @TempDir Path directory;

  @Test
  void executables_and_sockets_are_read() throws Exception {
    ProcPicture picture =
        read(
            LinkListing.ESCAPED,
            OF_INIT,
            "lrwxrwxrwx 1 0 0 0 Nov 28 05:42 /proc/2/exe",
            "",
            "/proc/1/fd:",
            "total 0",
            "lrwx------ 1 0 0 64 Nov 28 05:42 5 -> socket:[4711]",
            "lr-x------ 1 0 0 64 Nov 28 05:42 6 -> /etc/passwd",
            "l????????? ? ? ? ? ? 7");
    assertThat(target(picture, "/proc/1/exe")).isEqualTo("/sbin/init");
    assertThat(picture.file("/proc/2/exe"))
        .isEqualTo(new Reading.Unreadable<>("Permission denied."));
    assertThat(picture.file("/proc/3/exe")).isEqualTo(new Reading.Absent<>());
    assertThat(picture.names("/proc/1/fd")).isEqualTo(new Reading.Read<>(List.of("5")));
    assertThat(target(picture, "/proc/1/fd/5")).isEqualTo("socket:[4711]");
  }

  @Test
  void a_name_that_looks_like_a_line_of_its_own_is_only_a_name_where_it_is_escaped()
      throws Exception {
    String odd = "/tmp/ü \\ \"x\n" + OF_INIT.replace("/1/", "/9/");
    Path link = Files.createSymbolicLink(directory.resolve("exe"), Path.of(odd));
    String listing = output("ls", "-lbn", link.toString()).replace(link.toString(), "/proc/7/exe");
    ProcPicture picture = read(LinkListing.ESCAPED, listing);
    assertThat(target(picture, "/proc/7/exe")).isEqualTo(odd);
    assertThat(picture.file("/proc/9/exe")).isEqualTo(new Reading.Absent<>());
  }

  @Test
  void busybox_lists_so_that_it_is_understood() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/bin/busybox")) || Files.exists(Path.of("/usr/bin/busybox")),
        "BusyBox is not installed");
    String self = "/proc/" + ProcessHandle.current().pid();
    ProcPicture picture =
        read(LinkListing.PLAIN, output("busybox", "ls", "-ln", self + "/exe", self + "/fd"));
    assertThat(target(picture, self + "/exe"))
        .isEqualTo(Path.of("/proc/self/exe").toRealPath().toString());
    assertThat(output("busybox", "ls", "-lbn", self + "/exe")).isEmpty();
  }

  @Test
  void plain_names_that_break_the_listing_make_it_unusable() {
    assertThatThrownBy(() -> read(LinkListing.PLAIN, OF_INIT + "\nodd"))
        .isInstanceOf(IOException.class)
        .hasMessage("Its ls writes a line that was not understood.");
  }

  private static String target(ProcPicture picture, String path) {
    return ((Reading.Read<HostFile>) picture.file(path)).value().target();
  }

  private static ProcPicture read(LinkListing kind, String... lines) throws IOException {
    ProcPicture picture = new ProcPicture();
    kind.read(String.join("\n", lines), picture);
    return picture;
  }

  private static String output(String... words) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("LC_ALL", "C");
    return new String(command.start().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
