package dev.assay.inventory.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.inventory.tree.FileEntry.Kind;
import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTreeTest {
  @TempDir Path machine;
  private Path root;
  private DirectoryTree tree;

  @BeforeEach
  void aRootWithASecretBesideIt() throws IOException {
    root = Files.createDirectories(machine.resolve("root"));
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("usr/bin/dash"), "dash");
    Files.writeString(root.resolve("etc/passwd"), "inside");
    Files.writeString(machine.resolve("passwd"), "outside");
    link("bin", "usr/bin");
    link("usr/bin/sh", "dash");
    tree = DirectoryTree.at(root);
  }

  @ParameterizedTest
  @CsvSource({
    "usr/bin/dash, usr/bin/dash",
    "/bin/sh, usr/bin/dash",
    "bin/../etc/./passwd, usr/etc/passwd",
    "//usr///bin/, usr/bin",
    "../../../usr/bin, usr/bin",
    "., ''",
    "'', ''",
    "/, ''"
  })
  void a_path_is_resolved_as_in_a_chroot(String path, String resolved) throws IOException {
    Files.createDirectories(root.resolve("usr/etc"));
    Files.writeString(root.resolve("usr/etc/passwd"), "");

    assertThat(tree.resolve(path)).isEqualTo(new Lookup.Found<>(resolved));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../../../../../etc/passwd", "../passwd/../etc/passwd"})
  void a_link_out_of_the_root_leads_into_it(String target) throws IOException {
    Files.createDirectories(root.resolve("passwd"));
    link("usr/escape", target);

    assertThat(text("usr/escape")).isEqualTo("inside");
  }

  @Test
  void a_link_to_the_real_path_outside_leads_nowhere() throws IOException {
    link("escape", machine.resolve("passwd").toString());
    link("up", "..");

    assertThat(tree.read("escape", 100)).isInstanceOf(Lookup.Absent.class);
    assertThat(tree.resolve("up")).isEqualTo(new Lookup.Found<>(""));
    assertThat(tree.read("up/passwd", 100)).isInstanceOf(Lookup.Absent.class);
    assertThat(tree.read("../passwd", 100)).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void a_directory_link_that_is_absolute_stays_inside() throws IOException {
    link("lib", "/usr/bin");

    assertThat(text("lib/dash")).isEqualTo("dash");
    assertThat(tree.list("lib")).isEqualTo(new Lookup.Found<>(List.of("dash", "sh")));
  }

  @Test
  void a_loop_of_links_is_unreadable() throws IOException {
    link("a", "b");
    link("b", "a");
    link("self", "self/self");

    assertThat(why(tree.read("a", 100))).contains("symbolic links");
    assertThat(why(tree.list("self/x"))).contains("symbolic links");
  }

  @Test
  void forty_links_in_a_row_are_followed_and_one_more_is_not() throws IOException {
    Files.writeString(root.resolve("link0"), "end");
    for (int i = 1; i <= 41; i++) {
      link("link" + i, "link" + (i - 1));
    }

    assertThat(text("link40")).isEqualTo("end");
    assertThat(tree.read("link41", 100)).isInstanceOf(Lookup.Unreadable.class);
  }

  @Test
  void links_that_multiply_are_bounded() throws IOException {
    link("l0", ".");
    for (int i = 1; i < 30; i++) {
      link("l" + i, ("l" + (i - 1) + "/").repeat(50));
    }

    assertThat(tree.resolve("l29")).isInstanceOf(Lookup.Unreadable.class);
  }

  @Test
  void a_path_through_too_many_directories_is_unreadable() throws IOException {
    String deep = "d/".repeat(300);
    Files.createDirectories(root.resolve(deep));

    assertThat(why(tree.list(deep + "d"))).contains("deep");
    assertThat(tree.list("d/".repeat(200)).found()).isTrue();
  }

  @Test
  @Timeout(20)
  void a_fifo_is_never_opened() throws Exception {
    Path fifo = root.resolve("etc/os-release");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    link("etc/link", "os-release");

    assertThat(why(tree.read("etc/os-release", 100))).contains("never opened");
    assertThat(why(tree.read("etc/link", 100))).contains("never opened");
    assertThat(kind("etc/os-release")).isEqualTo(Kind.OTHER);
    assertThat(tree.localFile("etc/os-release")).isEmpty();
  }

  @Test
  void a_directory_is_not_read_as_a_file() {
    assertThat(why(tree.read("etc", 100))).contains("directory");
    assertThat(why(tree.read("", 100))).contains("directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "none/none", "etc/passwd/none", "etc/passwd/..", "a\0b"})
  void what_is_not_there_is_absent_or_unreadable_but_no_exception(String path) {
    assertThat(tree.read(path, 100).found()).isFalse();
    assertThat(tree.list(path).found()).isFalse();
    assertThat(tree.stat(path).found()).isFalse();
  }

  @Test
  void a_name_longer_than_the_system_allows_is_unreadable() {
    assertThat(tree.read("x".repeat(5000), 100)).isInstanceOf(Lookup.Unreadable.class);
    assertThat(tree.read("x/".repeat(5000), 100)).isInstanceOf(Lookup.Unreadable.class);
  }

  @Test
  void a_listing_of_a_file_is_absent() {
    assertThat(tree.list("etc/passwd")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void lstat_describes_the_link_and_stat_what_it_leads_to() throws IOException {
    Files.setPosixFilePermissions(
        root.resolve("usr/bin/dash"), PosixFilePermissions.fromString("rwxr-x--x"));

    FileEntry link = found(tree.lstat("bin/sh"));
    FileEntry file = found(tree.stat("bin/sh"));

    assertThat(link.kind()).isEqualTo(Kind.SYMLINK);
    assertThat(link.linkTarget()).isEqualTo("dash");
    assertThat(file.kind()).isEqualTo(Kind.REGULAR);
    assertThat(file.size()).isEqualTo(4);
    assertThat(file.permissions()).isEqualTo(0751);
    assertThat(file.linkTarget()).isNull();
    assertThat(kind("etc")).isEqualTo(Kind.DIRECTORY);
    assertThat(kind("/")).isEqualTo(Kind.DIRECTORY);
  }

  @Test
  void a_file_longer_than_the_limit_is_not_read() {
    assertThat(tree.read("etc/passwd", 6).found()).isTrue();
    assertThat(tree.read("etc/passwd", 5))
        .isInstanceOfSatisfying(
            Lookup.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.LIMIT));
    assertThat(found(tree.head("etc/passwd", 2))).isEqualTo("in".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_name_that_is_no_utf_8_is_listed_and_harms_nobody() throws Exception {
    String script = "touch \"$(printf 'etc/bad\\377name')\"";
    Process shell = new ProcessBuilder("sh", "-c", script).directory(root.toFile()).start();
    assertThat(shell.waitFor()).isZero();

    List<String> names = found(tree.list("etc"));

    assertThat(names).hasSize(2).contains("passwd");
    names.forEach(name -> assertThat(tree.read("etc/" + name, 100)).isNotNull());
  }

  @Test
  void a_local_file_has_no_links_in_its_path() throws IOException {
    assertThat(tree.localFile("bin/sh")).contains(root.toRealPath().resolve("usr/bin/dash"));
    assertThat(tree.localFile("bin/none")).isEmpty();
  }

  @Test
  void a_local_copy_brings_its_companions_and_goes_when_closed() throws IOException {
    Files.writeString(root.resolve("etc/db"), "main");
    Files.writeString(root.resolve("etc/db-wal"), "journal");
    Path copied;

    try (LocalCopy copy = found(LocalCopy.of(tree, 100, "etc/db", "etc/db-wal", "etc/db-shm"))) {
      copied = copy.file();
      assertThat(copied).hasContent("main");
      assertThat(copied.resolveSibling("db-wal")).hasContent("journal");
    }

    assertThat(copied.getParent()).doesNotExist();
    assertThat(LocalCopy.of(tree, 3, "etc/db").found()).isFalse();
    assertThat(LocalCopy.of(tree, 100, "etc/none")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void a_root_must_be_a_directory() {
    assertThatThrownBy(() -> DirectoryTree.at(machine.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> DirectoryTree.at(root.resolve("etc/passwd")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_directory_that_is_replaced_by_a_link_is_not_followed_without_openat() throws IOException {
    Path directory = root.resolve("etc");
    PlainDirectory plain =
        new PlainDirectory(
            directory,
            Files.readAttributes(directory, java.nio.file.attribute.BasicFileAttributes.class));
    Files.move(directory, root.resolve("moved"));
    Files.createSymbolicLink(directory, machine);

    assertThatThrownBy(() -> plain.read(Path.of("passwd"))).hasMessageContaining("replaced");
    assertThatThrownBy(() -> plain.attributes(Path.of("passwd"))).isInstanceOf(IOException.class);
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(path), Path.of(target));
  }

  private String text(String path) {
    return new String(found(tree.read(path, 100)), StandardCharsets.UTF_8);
  }

  private Kind kind(String path) {
    return found(tree.lstat(path)).kind();
  }

  private static <T> T found(Lookup<T> lookup) {
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<T>) lookup).value();
  }

  private static String why(Lookup<?> lookup) {
    assertThat(lookup).isInstanceOf(Lookup.Unreadable.class);
    return ((Lookup.Unreadable<?>) lookup).why();
  }
}
