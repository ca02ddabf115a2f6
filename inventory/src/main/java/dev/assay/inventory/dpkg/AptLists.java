package dev.assay.inventory.dpkg;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.LimitExceededException;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The lists of packages that apt has fetched, each with the Origin its repository's Release file
/// states. Their names are the repository's address with `_` for `/`, so that a Release file and
/// the lists it vouches for begin alike.
final class AptLists {
  private static final String DIRECTORY = "var/lib/apt/lists";
  private static final int RELEASE_HEAD = 1 << 13;
  private static final long LIST_LIMIT = 1L << 28;
  private static final int XZ_MEMORY_KIB = 100_000;

  private AptLists() {}

  /// One list of packages.
  record AptList(String path, String origin) {

    /// Whether it is plain or compressed in a form that is read.
    boolean isReadable() {
      return path.endsWith("_Packages") || path.endsWith(".gz") || path.endsWith(".xz");
    }

    /// Hands name and version of every package to `packages`.
    void read(FileTree tree, BiConsumer<String, String> packages, Consumer<NotEvaluated> gaps) {
      tree.open(path, LIST_LIMIT)
          .orReport(Gap.PART, gaps)
          .ifPresent(stream -> read(stream, packages, gaps));
    }

    private void read(
        InputStream raw, BiConsumer<String, String> packages, Consumer<NotEvaluated> gaps) {
      try (raw;
          InputStream plain = decompressed(raw)) {
        StanzaStream.parse(
            plain,
            List.of("package", "version"),
            LIST_LIMIT,
            stanza ->
                packages.accept(
                    stanza.fields().getOrDefault("package", ""),
                    stanza.fields().getOrDefault("version", "")));
      } catch (LimitExceededException e) {
        gaps.accept(new NotEvaluated(path, Reason.LIMIT, e.getMessage(), Gap.PART));
      } catch (IOException e) {
        gaps.accept(new NotEvaluated(path, Reason.UNREADABLE, IoReason.of(e), Gap.PART));
      }
    }

    private InputStream decompressed(InputStream raw) throws IOException {
      if (path.endsWith(".gz")) {
        return new GZIPInputStream(raw, 1 << 16);
      }
      return path.endsWith(".xz") ? new XZInputStream(raw, XZ_MEMORY_KIB) : raw;
    }
  }

  /// Every list with a Release file.
  static List<AptList> of(FileTree tree, Consumer<NotEvaluated> gaps) {
    List<String> names = tree.list(DIRECTORY).orReport(Gap.PART, gaps).orElse(List.of());
    NavigableMap<String, String> origins = new TreeMap<>();
    for (String name : names) {
      if (name.endsWith("_InRelease") || name.endsWith("_Release")) {
        String repository = name.substring(0, name.lastIndexOf('_') + 1);
        tree.head(DIRECTORY + "/" + name, RELEASE_HEAD)
            .orReport(Gap.PART, gaps)
            .ifPresent(head -> origins.put(repository, origin(head, name)));
      }
    }
    List<AptList> lists = new ArrayList<>();
    for (String name : names) {
      Map.Entry<String, String> repository = repositoryOf(name, origins);
      if (repository != null && isList(name)) {
        lists.add(new AptList(DIRECTORY + "/" + name, repository.getValue()));
      }
    }
    return lists;
  }

  private static boolean isList(String name) {
    int list = name.lastIndexOf("_Packages");
    return list >= 0 && name.indexOf('_', list + 1) < 0;
  }

  /// The repository with the longest address the list's name begins with.
  private static Map.@Nullable Entry<String, String> repositoryOf(
      String list, NavigableMap<String, String> origins) {
    for (Map.Entry<String, String> repository : origins.descendingMap().entrySet()) {
      if (list.startsWith(repository.getKey())) {
        return repository;
      }
    }
    return null;
  }

  /// The Origin field; the host's name where there is none.
  private static String origin(byte[] head, String name) {
    return new String(head, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("Origin:"))
        .map(line -> line.substring("Origin:".length()).strip())
        .filter(origin -> !origin.isEmpty())
        .findFirst()
        .orElse(name.substring(0, name.indexOf('_')));
  }
}
