package dev.assay.scap.probe;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.OvalObject;
import dev.assay.scap.probe.DirectoryWalk.Bounds;
import dev.assay.scap.probe.DirectoryWalk.Links;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Finds the files that `path` and `filename`, or `filepath`, of an object mean, with its
/// behaviours of recursion. What is searched for by a pattern is searched for below the directory
/// that the pattern's fixed beginning names, and there only where a match can be.
final class FileFinder {
  private final Host host;
  private final FileIndex index;
  private final FileSystemBounds fileSystems;

  FileFinder(Host host) {
    this.host = host;
    this.index = new FileIndex(host);
    this.fileSystems = new FileSystemBounds(host);
  }

  /// Hands on the files as they are found, in the order of their directories.
  ///
  /// @return what could not be looked into, each with the reason
  List<String> find(CollectionRequest request, Consumer<FoundFile> visitor) {
    Found found = new Found(visitor, new ArrayList<>());
    if (request.has("filepath")) {
      byFilepath(request, found);
    } else {
      byPath(request, found);
    }
    return found.gaps();
  }

  private record Found(Consumer<FoundFile> files, List<String> gaps) {
    void add(String directory, String name, HostFile.Type type) {
      files.accept(new FoundFile(directory, name, type));
    }
  }

  private void byFilepath(CollectionRequest request, Found found) {
    var exact = request.exact("filepath");
    if (exact.isPresent()) {
      for (String path : exact.get()) {
        int slash = path.lastIndexOf('/');
        if (slash >= 0) {
          one(slash == 0 ? "/" : path.substring(0, slash), path.substring(slash + 1), found);
        }
      }
      return;
    }
    Where where = Where.of(request, "filepath");
    search(
        request,
        where,
        found,
        directory -> {
          if (!where.isIn(directory)) {
            return;
          }
          for (DirectoryEntry entry : index.files(directory)) {
            if (entry.type() != HostFile.Type.DIRECTORY
                && request.accepts("filepath", FoundFile.join(directory, entry.name()))) {
              found.add(directory, entry.name(), entry.type());
            }
          }
        });
  }

  private void one(String directory, String name, Found found) {
    String path = FoundFile.join(directory, name);
    switch (host.file(path)) {
      case Reading.Read<HostFile>(HostFile file) -> {
        if (file.type() != HostFile.Type.DIRECTORY) {
          found.add(directory, name, file.type());
        }
      }
      case Reading.Absent<HostFile> absent -> {}
      case Reading.Unreadable<HostFile>(String why) -> found.gaps().add(path + ": " + why);
    }
  }

  private void byPath(CollectionRequest request, Found found) {
    Set<String> directories = new LinkedHashSet<>();
    var exact = request.exact("path");
    if (exact.isPresent()) {
      exact.get().forEach(path -> directories.add(normal(path)));
    } else {
      search(
          request,
          Where.of(request, "path"),
          found,
          directory -> {
            if (request.accepts("path", directory)) {
              directories.add(directory);
            }
          });
    }
    Set<String> below = new LinkedHashSet<>();
    for (String directory : directories) {
      recurse(request, directory, found, below);
    }
    below.forEach(directory -> inDirectory(request, directory, found));
  }

  private void recurse(CollectionRequest request, String directory, Found found, Set<String> into) {
    OvalObject object = request.object();
    Predicate<String> within = fileSystems.of(object, directory);
    if (!within.test(directory)) {
      return;
    }
    int depth = Integer.parseInt(object.behaviour("max_depth", "-1").strip());
    switch (object.behaviour("recurse_direction", "none")) {
      case "down" -> {
        Links links =
            object.behaviour("recurse", "symlinks and directories").contains("symlinks")
                ? Links.FOLLOWED
                : Links.LEFT;
        boolean mountPoints =
            request.isNil("filename") && FileSystemBounds.includesMountPoints(object);
        new DirectoryWalk(
                host,
                index,
                links,
                any -> true,
                new Bounds(within, mountPoints ? into::add : beyond -> {}),
                found.gaps())
            .from(directory, depth, into::add);
      }
      case "up" -> {
        String path = directory;
        for (int i = 0; depth < 0 || i <= depth; i++) {
          into.add(path);
          if (path.equals("/")) {
            break;
          }
          int slash = path.lastIndexOf('/');
          path = slash <= 0 ? "/" : path.substring(0, slash);
        }
      }
      default -> into.add(directory);
    }
  }

  private void inDirectory(CollectionRequest request, String directory, Found found) {
    if (request.isNil("filename") || !request.has("filename")) {
      if (host.file(directory) instanceof Reading.Read<HostFile>(HostFile file)
          && DirectoryWalk.leadsToDirectory(host, directory, file.type())) {
        found.files().accept(new FoundFile(directory, null, file.type()));
      }
      return;
    }
    var exact = request.exact("filename");
    if (exact.isPresent()) {
      exact.get().forEach(name -> one(directory, name, found));
      return;
    }
    for (DirectoryEntry entry : index.files(directory)) {
      if (entry.type() != HostFile.Type.DIRECTORY && request.accepts("filename", entry.name())) {
        found.add(directory, entry.name(), entry.type());
      }
    }
    index.whyUnreadable(directory).ifPresent(why -> found.gaps().add(directory + ": " + why));
  }

  private void search(
      CollectionRequest request, Where where, Found found, Consumer<String> visitor) {
    for (String start : where.starts()) {
      new DirectoryWalk(
              host,
              index,
              Links.LEFT,
              where::leadsThrough,
              new Bounds(fileSystems.of(request.object(), start), beyond -> {}),
              found.gaps())
          .from(start, -1, visitor);
    }
  }

  private static String normal(String path) {
    String normal = path.replaceAll("/+", "/");
    return normal.length() > 1 && normal.endsWith("/")
        ? normal.substring(0, normal.length() - 1)
        : normal;
  }
}
