package dev.assay.scap.probe;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One walk down from a directory, each before what is in it, in the order of their names.
final class DirectoryWalk {
  private final Host host;
  private final FileIndex index;
  private final Links links;
  private final Predicate<String> entered;
  private final Bounds bounds;
  private final List<String> gaps;
  private final Set<String> linksSeen = new HashSet<>();

  /// @param entered whether something in a directory, or below, can be meant
  /// @param gaps takes the directories that could not be read, each with the reason
  DirectoryWalk(
      Host host,
      FileIndex index,
      Links links,
      Predicate<String> entered,
      Bounds bounds,
      List<String> gaps) {
    this.host = host;
    this.index = index;
    this.links = links;
    this.entered = entered;
    this.bounds = bounds;
    this.gaps = gaps;
  }

  /// Which directories are looked into.
  ///
  /// @param within whether one is on a file system that is meant
  /// @param beyond takes those on the way that are not
  record Bounds(Predicate<String> within, Consumer<String> beyond) {}

  /// What is done with links to directories.
  enum Links {
    FOLLOWED,
    LEFT
  }

  /// @param depth how many directories to go down; without a bound if negative
  void from(String start, int depth, Consumer<String> visitor) {
    if (host.file(start) instanceof Reading.Read<HostFile>(HostFile file)
        && leadsToDirectory(start, file.type())
        && bounds.within().test(start)) {
      descend(start, depth, visitor);
    }
  }

  private void descend(String directory, int depth, Consumer<String> visitor) {
    visitor.accept(directory);
    if (depth == 0) {
      return;
    }
    for (DirectoryEntry entry : index.files(directory).directoriesAndLinks()) {
      String path = FoundFile.join(directory, entry.name());
      if (isOfTheKernel(path) || !entered.test(path)) {
        continue;
      }
      if (entry.type() == HostFile.Type.DIRECTORY || isNewLink(path)) {
        if (bounds.within().test(path)) {
          descend(path, depth - 1, visitor);
        } else {
          bounds.beyond().accept(path);
        }
      }
    }
    index.whyUnreadable(directory).ifPresent(why -> gaps.add(directory + ": " + why));
  }

  private boolean isNewLink(String path) {
    return links == Links.FOLLOWED
        && leadsToDirectory(path, HostFile.Type.SYMLINK)
        && host.resolve(path) instanceof Reading.Read<String>(String real)
        && linksSeen.add(real);
  }

  private boolean leadsToDirectory(String path, HostFile.Type type) {
    return leadsToDirectory(host, path, type);
  }

  /// Whether a file is a directory or a link to one.
  static boolean leadsToDirectory(Host host, String path, HostFile.Type type) {
    return type == HostFile.Type.DIRECTORY
        || (type == HostFile.Type.SYMLINK
            && host.resolve(path) instanceof Reading.Read<String>(String real)
            && host.file(real) instanceof Reading.Read<HostFile>(HostFile target)
            && target.type() == HostFile.Type.DIRECTORY);
  }

  /// What the kernel shows of itself as files is searched only by a pattern that begins there: it
  /// is large, changes while it is read, and holds nobody's configuration.
  private static boolean isOfTheKernel(String path) {
    return path.equals("/proc") || path.equals("/sys");
  }
}
