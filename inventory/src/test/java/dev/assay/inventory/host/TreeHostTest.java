package dev.assay.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tree as a host: what its directories hold.
class TreeHostTest {
  private static final int STEPS = 400;

  @TempDir Path root;

  @Test
  void entries_are_the_names_with_the_types_that_each_file_has() throws Exception {
    grow(new Random(11));
    Process made =
        new ProcessBuilder("mkfifo", root.resolve("a").resolve("pipe").toString()).start();
    assumeThat(made.waitFor()).as("mkfifo").isZero();
    TreeHost host = TreeHost.at(root);
    OneByOne slow = new OneByOne(TreeHost.at(root));
    int seen = 0;
    for (String directory : directories(slow)) {
      assertThat(host.entries(directory)).as(directory).isEqualTo(slow.entries(directory));
      seen++;
    }
    assertThat(seen).isGreaterThan(50);
    assertThat(((Reading.Read<List<DirectoryEntry>>) host.entries("/a")).value())
        .contains(new DirectoryEntry("pipe", HostFile.Type.FIFO));
  }

  @Test
  void a_directory_is_read_through_links_within_the_tree() throws IOException {
    Files.createDirectories(root.resolve("usr/lib/x"));
    Files.createSymbolicLink(root.resolve("lib"), Path.of("/usr/lib"));
    Files.createSymbolicLink(root.resolve("out"), Path.of("/../../usr"));
    TreeHost host = TreeHost.at(root);
    var x = List.of(new DirectoryEntry("x", HostFile.Type.DIRECTORY));
    assertThat(host.entries("/lib")).isEqualTo(new Reading.Read<>(x));
    assertThat(host.entries("/lib/x")).isEqualTo(new Reading.Read<>(List.of()));
    assertThat(host.entries("/out/lib")).isEqualTo(new Reading.Read<>(x));
    assertThat(host.entries("/usr/lib/../lib/./")).isEqualTo(new Reading.Read<>(x));
  }

  @Test
  void what_is_no_directory_has_no_entries() throws IOException {
    Files.createFile(root.resolve("file"));
    Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
    TreeHost host = TreeHost.at(root);
    assertThat(host.entries("/file")).isInstanceOf(Reading.Absent.class);
    assertThat(host.entries("/none")).isInstanceOf(Reading.Absent.class);
    assertThat(host.entries("/none/below")).isInstanceOf(Reading.Absent.class);
    assertThat(host.entries("/loop")).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void a_directory_of_many_long_names_is_read_whole() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(root.resolve("n".repeat(200) + i));
    }
    assertThat(TreeHost.at(root).entries("/"))
        .isEqualTo(new OneByOne(TreeHost.at(root)).entries("/"));
  }

  @Test
  void a_name_that_is_no_text_is_unreadable_and_not_absent() throws Exception {
    Process made =
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'a\\377')\"")
            .directory(root.toFile())
            .start();
    assumeThat(made.waitFor()).as("touch").isZero();
    TreeHost host = TreeHost.at(root);
    assertThat(host.entries("/"))
        .isEqualTo(
            new Reading.Read<>(List.of(new DirectoryEntry("a\uFFFD", HostFile.Type.REGULAR))));
    assertThat(host.file("/a\uFFFD")).isInstanceOf(Reading.Unreadable.class);
  }

  private void grow(Random random) throws IOException {
    List<Path> directories = new ArrayList<>(List.of(root));
    directories.add(Files.createDirectory(root.resolve("a")));
    for (int i = 0; i < STEPS; i++) {
      Path in = directories.get(random.nextInt(directories.size()));
      Path made = in.resolve(List.of("f", "ü", "a b", "-", ".h", "Z").get(random.nextInt(6)) + i);
      switch (random.nextInt(4)) {
        case 0, 1 -> Files.createFile(made);
        case 2 -> directories.add(Files.createDirectory(made));
        default ->
            Files.createSymbolicLink(
                made,
                random.nextBoolean()
                    ? Path.of("/" + root.relativize(in))
                    : Path.of("nowhere" + random.nextInt(3)));
      }
    }
  }

  /// All directories, and all links, each link only one level deep: they lead back up.
  private static List<String> directories(Host host) {
    List<String> found = new ArrayList<>(List.of("/"));
    List<String> links = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      String directory = found.get(i);
      if (host.entries(directory) instanceof Reading.Read<List<DirectoryEntry>>(var entries)) {
        for (DirectoryEntry entry : entries) {
          String path = directory.equals("/") ? "/" + entry.name() : directory + "/" + entry.name();
          if (entry.type() == HostFile.Type.DIRECTORY) {
            found.add(path);
          } else {
            links.add(path);
          }
        }
      }
    }
    found.addAll(links);
    return found;
  }

  /// Asks for the type of each name by itself.
  private record OneByOne(Host host) implements Host {
    @Override
    public Reading<HostFile> file(String path) {
      return host.file(path);
    }

    @Override
    public Reading<List<String>> names(String directory) {
      return host.names(directory);
    }

    @Override
    public Reading<byte[]> content(String path) {
      return host.content(path);
    }

    @Override
    public Reading<String> resolve(String path) {
      return host.resolve(path);
    }

    @Override
    public Reading<byte[]> attribute(String path, String name) {
      return host.attribute(path, name);
    }

    @Override
    public Reading<List<dev.assay.scap.host.DebPackage>> debs() {
      return host.debs();
    }

    @Override
    public Reading<List<dev.assay.scap.host.RpmPackage>> rpms() {
      return host.rpms();
    }

    @Override
    public Reading<List<dev.assay.scap.host.RpmFile>> rpmFiles(
        java.util.function.Predicate<dev.assay.scap.host.RpmPackage> of,
        java.util.function.Predicate<String> at) {
      return host.rpmFiles(of, at);
    }

    @Override
    public Reading<java.util.Map<String, String>> unitStates() {
      return host.unitStates();
    }

    @Override
    public long time() {
      return host.time();
    }

    @Override
    public boolean isRunning() {
      return host.isRunning();
    }
  }
}
