package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Operation;
import dev.assay.scap.oval.OvalObject;
import dev.assay.scap.regex.PerlPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Finds the files that `path` and `filename`, or `filepath`, of an object mean, with its
/// behaviours of recursion. What is searched for by a pattern is searched for below the directory
/// that the pattern's fixed beginning names.
final class FileFinder {
  private final Host host;
  private final FileIndex index;

  FileFinder(Host host) {
    this.host = host;
    this.index = new FileIndex(host);
  }

  /// The files, in the order of their directories, and what could not be looked into.
  Found find(CollectionRequest request) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    if (request.has("filepath")) {
      byFilepath(request, found);
    } else {
      byPath(request, found);
    }
    return found;
  }

  /// @param gaps directories that could not be read, each with the reason
  record Found(List<FoundFile> files, List<String> gaps) {}

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
    for (String start : starts(request, "filepath")) {
      walk(
          start,
          -1,
          Links.LEFT,
          found,
          directory -> {
            for (FoundFile file : index.files(directory)) {
              if (file.file().type() != HostFile.Type.DIRECTORY
                  && request.accepts("filepath", file.path())) {
                found.files().add(file);
              }
            }
          });
    }
  }

  private void one(String directory, String name, Found found) {
    String path = FoundFile.join(directory, name);
    switch (host.file(path)) {
      case Reading.Read<HostFile>(HostFile file) -> {
        if (file.type() != HostFile.Type.DIRECTORY) {
          found.files().add(new FoundFile(directory, name, file));
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
      for (String start : starts(request, "path")) {
        walk(
            start,
            -1,
            Links.LEFT,
            found,
            directory -> {
              if (request.accepts("path", directory)) {
                directories.add(directory);
              }
            });
      }
    }
    Set<String> below = new LinkedHashSet<>();
    for (String directory : directories) {
      recurse(request.object(), directory, found, below);
    }
    below.forEach(directory -> inDirectory(request, directory, found));
  }

  private void recurse(OvalObject object, String directory, Found found, Set<String> into) {
    int depth = Integer.parseInt(object.behaviour("max_depth", "-1").strip());
    switch (object.behaviour("recurse_direction", "none")) {
      case "down" -> {
        Links links =
            object.behaviour("recurse", "symlinks and directories").contains("symlinks")
                ? Links.FOLLOWED
                : Links.LEFT;
        walk(directory, depth, links, found, into::add);
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
          && isDirectory(directory, file)) {
        found.files().add(new FoundFile(directory, null, file));
      }
      return;
    }
    var exact = request.exact("filename");
    if (exact.isPresent()) {
      exact.get().forEach(name -> one(directory, name, found));
      return;
    }
    for (FoundFile file : index.files(directory)) {
      if (file.file().type() != HostFile.Type.DIRECTORY
          && request.accepts("filename", String.valueOf(file.name()))) {
        found.files().add(file);
      }
    }
    index.whyUnreadable(directory).ifPresent(why -> found.gaps().add(directory + ": " + why));
  }

  private boolean isDirectory(String path, HostFile file) {
    return file.type() == HostFile.Type.DIRECTORY
        || (file.type() == HostFile.Type.SYMLINK
            && host.resolve(path) instanceof Reading.Read<String>(String real)
            && host.file(real) instanceof Reading.Read<HostFile>(HostFile target)
            && target.type() == HostFile.Type.DIRECTORY);
  }

  private enum Links {
    FOLLOWED,
    LEFT
  }

  private void walk(String start, int depth, Links links, Found found, Consumer<String> visitor) {
    if (host.file(start) instanceof Reading.Read<HostFile>(HostFile file)
        && isDirectory(start, file)) {
      descend(start, depth, links, found, visitor, new HashSet<>());
    }
  }

  private void descend(
      String directory,
      int depth,
      Links links,
      Found found,
      Consumer<String> visitor,
      Set<String> linksSeen) {
    visitor.accept(directory);
    if (depth == 0) {
      return;
    }
    for (FoundFile file : index.files(directory)) {
      HostFile.Type type = file.file().type();
      if (type == HostFile.Type.DIRECTORY && directory.equals("/") && isOfTheKernel(file)) {
        continue;
      }
      if (type == HostFile.Type.DIRECTORY) {
        descend(file.path(), depth - 1, links, found, visitor, linksSeen);
      } else if (type == HostFile.Type.SYMLINK
          && links == Links.FOLLOWED
          && isDirectory(file.path(), file.file())
          && host.resolve(file.path()) instanceof Reading.Read<String>(String real)
          && linksSeen.add(real)) {
        descend(file.path(), depth - 1, links, found, visitor, linksSeen);
      }
    }
    index.whyUnreadable(directory).ifPresent(why -> found.gaps().add(directory + ": " + why));
  }

  /// What the kernel shows of itself as files is searched only by a pattern that begins there: it
  /// is large, changes while it is read, and holds nobody's configuration.
  private static boolean isOfTheKernel(FoundFile file) {
    return file.path().equals("/proc") || file.path().equals("/sys");
  }

  /// The directories below which a searched entity can be met.
  private static Set<String> starts(CollectionRequest request, String entity) {
    Set<String> starts = new LinkedHashSet<>();
    if (request.operation(entity) != Operation.PATTERN_MATCH) {
      return Set.of("/");
    }
    for (PerlPattern pattern : request.patterns(entity, Set.of())) {
      String prefix = pattern.prefix();
      int slash = prefix.lastIndexOf('/');
      starts.add(slash <= 0 ? "/" : prefix.substring(0, slash));
    }
    return starts.contains("/") ? Set.of("/") : starts;
  }

  private static String normal(String path) {
    String normal = path.replaceAll("/+", "/");
    return normal.length() > 1 && normal.endsWith("/")
        ? normal.substring(0, normal.length() - 1)
        : normal;
  }
}
