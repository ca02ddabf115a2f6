package dev.assay.agentless.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemoteTreeTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "etc", "..", ".");

  @TempDir Path root;

  @Test
  void random_trees_full_of_links_answer_as_a_local_directory_does() throws IOException {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Path tree = Files.createDirectory(root.resolve("tree" + seed));
      grow(tree, random);
      FileTree near = DirectoryTree.at(tree);
      FileTree far = new RemoteTree(new NearFiles(), tree.toString());
      for (int i = 0; i < 200; i++) {
        String path = path(random);
        assertThat(answers(far, path)).as("seed %d, %s", seed, path).isEqualTo(answers(near, path));
      }
    }
  }

  @Test
  void links_never_lead_out_of_the_root() throws IOException {
    Files.writeString(root.resolve("secret"), "outside");
    Path inner = Files.createDirectory(root.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), Path.of("../secret"));
    Files.createSymbolicLink(inner.resolve("absolute"), root.resolve("secret"));
    RemoteTree tree = new RemoteTree(new NearFiles(), inner.toString());
    assertThat(tree.read("up", 100)).isInstanceOf(Lookup.Absent.class);
    assertThat(tree.read("absolute", 100)).isInstanceOf(Lookup.Absent.class);
    assertThat(tree.read("../secret", 100)).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void directories_on_the_way_are_asked_for_once() throws IOException {
    Path lists = Files.createDirectories(root.resolve("var/lib/apt/lists"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(lists.resolve("list" + i), "x");
    }
    NearFiles files = new NearFiles();
    RemoteTree tree = new RemoteTree(files, root.toString());
    for (int i = 0; i < 20; i++) {
      assertThat(tree.read("var/lib/apt/lists/list" + i, 10).found()).isTrue();
    }
    assertThat(files.questions).isEqualTo(5 + 20 * 2);
  }

  @Test
  void a_file_longer_than_the_limit_is_not_cut_short_in_silence() throws IOException {
    Files.writeString(root.resolve("long"), "12345678901");
    RemoteTree tree = new RemoteTree(new NearFiles(), root.toString());
    assertThat(tree.read("long", 11).found()).isTrue();
    assertThat(tree.read("long", 10)).isInstanceOf(Lookup.Unreadable.class);
  }

  private static List<Object> answers(FileTree tree, String path) {
    List<Object> answers = new ArrayList<>();
    answers.add(tree.stat(path).map(RemoteTreeTest::toTheSecond));
    answers.add(tree.lstat(path).map(RemoteTreeTest::toTheSecond));
    answers.add(tree.resolve(path));
    answers.add(tree.list(path));
    answers.add(tree.read(path, 6).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    return answers;
  }

  /// As SFTP tells times.
  private static FileEntry toTheSecond(FileEntry entry) {
    return new FileEntry(
        entry.kind(),
        entry.size(),
        entry.permissions(),
        entry.modified().truncatedTo(ChronoUnit.SECONDS),
        entry.linkTarget());
  }

  private static void grow(Path tree, Random random) throws IOException {
    for (int i = 0; i < 25; i++) {
      Path parent = tree;
      for (String name : path(random).split("/")) {
        Path place = parent.resolve(name);
        if (name.startsWith(".") || name.isEmpty()) {
          continue;
        }
        if (Files.exists(place) && Files.isDirectory(place) && !Files.isSymbolicLink(place)) {
          parent = place;
        } else if (!Files.isSymbolicLink(place) && !Files.exists(place)) {
          switch (random.nextInt(4)) {
            case 0 -> Files.writeString(place, "x".repeat(random.nextInt(9)));
            case 1, 2 -> Files.createDirectory(place);
            default -> Files.createSymbolicLink(place, Path.of(target(random)));
          }
          break;
        }
      }
    }
  }

  private static String target(Random random) {
    return (random.nextBoolean() ? "/" : "") + path(random);
  }

  private static String path(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      names.add(NAMES.get(random.nextInt(NAMES.size())));
    }
    return String.join("/", names);
  }
}
