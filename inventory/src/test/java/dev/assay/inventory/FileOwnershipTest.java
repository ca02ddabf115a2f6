package dev.assay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FakeTree;
import dev.assay.model.PackageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOwnershipTest {

  @Test
  void dpkgs_lists_name_the_owner_and_directories_have_none() {
    FakeTree tree =
        new FakeTree()
            .with("var/lib/dpkg/info/dash.list", "/.\n/bin\n/bin/dash\n/usr\n/usr/doc\n")
            .with("var/lib/dpkg/info/libc6:amd64.list", "/.\n/lib\n/lib/libc.so.6\n");
    FileOwnership ownership = FileOwnership.of(tree);

    assertThat(ownership.ownerOf("/bin/dash")).contains(new FileOwner(PackageType.DEB, "dash", ""));
    assertThat(ownership.ownerOf("lib/libc.so.6"))
        .contains(new FileOwner(PackageType.DEB, "libc6", "amd64"));
    assertThat(ownership.ownerOf("/bin")).isEmpty();
    assertThat(ownership.ownerOf("/bin/none")).isEmpty();
  }

  @Test
  void a_diverted_file_belongs_to_the_package_that_diverted_it() {
    FakeTree tree =
        new FakeTree()
            .with("var/lib/dpkg/info/dash.list", "/usr/bin/sh\n")
            .with("var/lib/dpkg/info/bash.list", "/usr/bin/sh\n")
            .with("var/lib/dpkg/diversions", "/usr/bin/sh\n/usr/bin/sh.distrib\ndash\ncut");
    FileOwnership ownership = FileOwnership.of(tree);

    assertThat(ownership.ownerOf("usr/bin/sh").map(FileOwner::name)).contains("dash");
    assertThat(ownership.ownerOf("usr/bin/sh.distrib").map(FileOwner::name)).contains("bash");
  }

  @Test
  void apks_records_and_the_checksums_of_status_d_name_the_owner() {
    FakeTree tree =
        new FakeTree()
            .with(
                "lib/apk/db/installed",
                "P:musl\nA:x86_64\nF:lib\nR:ld.so\nF:\nR:root\n\nP:next\nR:lost\n")
            .with("var/lib/dpkg/status.d/tzdata.md5sums", "abc  usr/share/zoneinfo/UTC\n");
    FileOwnership ownership = FileOwnership.of(tree);

    assertThat(ownership.ownerOf("lib/ld.so"))
        .contains(new FileOwner(PackageType.APK, "musl", "x86_64"));
    assertThat(ownership.ownerOf("root").map(FileOwner::name)).contains("musl");
    assertThat(ownership.ownerOf("usr/share/zoneinfo/UTC").map(FileOwner::name)).contains("tzdata");
  }

  @Test
  void the_two_names_of_a_file_on_a_merged_system_are_one(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createDirectories(root.resolve("var/lib/dpkg/info"));
    Files.createSymbolicLink(root.resolve("bin"), Path.of("usr/bin"));
    Files.writeString(root.resolve("var/lib/dpkg/info/a.list"), "/bin/old\n/usr/bin/new\n");
    FileOwnership ownership = FileOwnership.of(DirectoryTree.at(root));

    for (String path : List.of("bin/old", "/usr/bin/old", "./bin/new", "usr/bin/new")) {
      assertThat(ownership.ownerOf(path).map(FileOwner::name)).as(path).contains("a");
    }
  }

  @Test
  void a_list_that_cannot_be_read_is_a_gap() {
    FileOwnership ownership =
        FileOwnership.of(new FakeTree().withUnreadable("var/lib/dpkg/info/a.list"));

    assertThat(ownership.notEvaluated()).isEmpty();
    assertThat(ownership.ownerOf("x")).isEmpty();
    assertThat(ownership.notEvaluated()).hasSize(1);
  }

  @Test
  void dpkg_names_the_same_owner_on_this_machine() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-query")), "dpkg-query absent");
    FileOwnership ownership = FileOwnership.of(DirectoryTree.at(Path.of("/")));

    for (String path : List.of("/usr/bin/dpkg-query", "/usr/bin/perl", "/etc/debian_version")) {
      Process process = new ProcessBuilder("dpkg-query", "-S", path).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(ownership.ownerOf(path).map(FileOwner::name))
          .contains(answer.split("[:,]")[0].toLowerCase(Locale.ROOT));
    }
  }
}
