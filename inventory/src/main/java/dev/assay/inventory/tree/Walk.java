package dev.assay.inventory.tree;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A walk from the root to one file, name by name, as the kernel's path resolution in a chroot.
///
/// The directories on the way stay open until the walk is closed, so that `..` goes back to where
/// the walk came from, never to wherever the directory has been moved since.
final class Walk implements AutoCloseable {
  private static final int MOST_LINKS = 40;
  private static final int MOST_NAMES = 4096;

  /// Every directory on the way costs a descriptor.
  private static final int DEEPEST = 256;

  private final List<Directory> opened = new ArrayList<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private int links;
  private @Nullable Path name;
  private @Nullable BasicFileAttributes attributes;

  private Walk(Path root) throws IOException {
    opened.add(Directory.open(root));
  }

  /// Walks to `path`, following a link at its end or stopping at it.
  static Walk to(Path root, String path, LastLink lastLink) throws IOException {
    Walk walk = new Walk(root);
    try {
      walk.push(path);
      walk.go(lastLink);
      return walk;
    } catch (IOException | RuntimeException e) {
      walk.close();
      throw e;
    }
  }

  /// What to do with a link that is the last name of the path.
  enum LastLink {
    FOLLOW,
    STOP
  }

  /// The last directory on the way, open.
  Directory directory() {
    return opened.getLast();
  }

  /// The name reached in [#directory]; null where that directory itself was reached by `/`, `.`
  /// or `..`.
  @Nullable Path name() {
    return name;
  }

  BasicFileAttributes attributes() throws IOException {
    return attributes == null ? directory().attributes() : attributes;
  }

  /// The path walked, without links, relative to the root.
  Path reached() {
    Path from = opened.getFirst().path();
    Path there = name == null ? directory().path() : directory().path().resolve(name);
    return from.relativize(there);
  }

  private void go(LastLink lastLink) throws IOException {
    while (!pending.isEmpty()) {
      String next = pending.pop();
      if (next.equals("..")) {
        up();
      } else if (!next.equals(".")) {
        step(directory().path().getFileSystem().getPath(next), lastLink);
      }
    }
  }

  private void step(Path next, LastLink lastLink) throws IOException {
    BasicFileAttributes found = directory().attributes(next);
    if (found.isSymbolicLink() && (lastLink == LastLink.FOLLOW || !pending.isEmpty())) {
      follow(next);
    } else if (pending.isEmpty()) {
      name = next;
      attributes = found;
    } else if (found.isDirectory()) {
      if (opened.size() == DEEPEST) {
        throw new FileSystemException(
            next.toString(), null, "It lies more than " + DEEPEST + " directories deep");
      }
      opened.add(directory().child(next));
    } else {
      throw new NotDirectoryException(next.toString());
    }
  }

  private void follow(Path link) throws IOException {
    links++;
    if (links > MOST_LINKS) {
      throw new FileSystemException(
          link.toString(), null, "More than " + MOST_LINKS + " symbolic links lead to it");
    }
    String target = target(link);
    if (target.startsWith("/")) {
      while (opened.size() > 1) {
        up();
      }
    }
    push(target);
  }

  /// The text of a link in the directory reached.
  String target(Path link) throws IOException {
    return Files.readSymbolicLink(directory().path().resolve(link)).toString();
  }

  private void up() throws IOException {
    if (opened.size() > 1) {
      opened.removeLast().close();
    }
  }

  private void push(String path) throws IOException {
    String[] names = path.split("/");
    if (names.length + pending.size() > MOST_NAMES) {
      throw new FileSystemException(path, null, "The path has too many names");
    }
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty()) {
        pending.push(names[i]);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Directory directory : opened.reversed()) {
      directory.close();
    }
  }
}
