package dev.assay.inventory.tree;

import dev.assay.inventory.tree.FileEntry.Kind;
import dev.assay.inventory.tree.Walk.LastLink;
import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A directory of this machine as a root: an unpacked or mounted file system, or `/` itself,
/// which goes on changing while it is read.
///
/// What remains of a race: between the look at a file and its opening somebody who may write to
/// its directory can put a FIFO in its place; such a person owns the package database already.
public final class DirectoryTree implements FileTree {
  private static final int MOST_ENTRIES = 1_000_000;

  private final Path root;

  private DirectoryTree(Path root) {
    this.root = root;
  }

  /// The tree below `root`, which may itself be a link to a directory.
  ///
  /// @throws IOException if there is no such directory
  public static DirectoryTree at(Path root) throws IOException {
    Path real = root.toRealPath();
    Directory.open(real).close();
    return new DirectoryTree(real);
  }

  /// Whether the tree is the file system this process lives in.
  public boolean isLive() {
    return root.getParent() == null;
  }

  @Override
  public Lookup<FileEntry> stat(String path) {
    return walk(path, LastLink.FOLLOW, walk -> describe(walk));
  }

  @Override
  public Lookup<FileEntry> lstat(String path) {
    return walk(path, LastLink.STOP, walk -> describe(walk));
  }

  @Override
  public Lookup<String> resolve(String path) {
    return walk(path, LastLink.FOLLOW, walk -> walk.reached().toString());
  }

  @Override
  public Lookup<List<String>> list(String path) {
    return walk(path, LastLink.FOLLOW, DirectoryTree::names);
  }

  @Override
  public Lookup<InputStream> open(String path, long limit) {
    return walk(path, LastLink.FOLLOW, walk -> new BoundedInputStream(open(walk), limit));
  }

  @Override
  public Optional<Path> localFile(String path) {
    Lookup<Path> file =
        walk(
            path,
            LastLink.FOLLOW,
            walk -> {
              requireRegular(walk.attributes());
              return root.resolve(walk.reached());
            });
    return file instanceof Lookup.Found<Path> found ? Optional.of(found.value()) : Optional.empty();
  }

  private static InputStream open(Walk walk) throws IOException {
    BasicFileAttributes before = walk.attributes();
    requireRegular(before);
    Path name = Objects.requireNonNull(walk.name());
    SeekableByteChannel channel = walk.directory().read(name);
    try {
      BasicFileAttributes after = walk.directory().attributes(name);
      requireRegular(after);
      if (!Objects.equals(before.fileKey(), after.fileKey())) {
        throw new UnsuitableFileException("It was replaced while it was being opened.");
      }
      return Channels.newInputStream(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void requireRegular(BasicFileAttributes attributes)
      throws UnsuitableFileException {
    if (!attributes.isRegularFile()) {
      throw new UnsuitableFileException(
          attributes.isDirectory()
              ? "It is a directory where a file was expected."
              : "It is a socket, FIFO or device, which is never opened.");
    }
  }

  private static List<String> names(Walk walk) throws IOException {
    try (Directory directory = reached(walk);
        DirectoryStream<Path> entries = directory.entries()) {
      List<String> names = new ArrayList<>();
      for (Path entry : entries) {
        if (names.size() == MOST_ENTRIES) {
          throw new UnsuitableFileException(
              "The directory has more than " + MOST_ENTRIES + " entries.");
        }
        names.add(String.valueOf(entry.getFileName()));
      }
      names.sort(null);
      return names;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static Directory reached(Walk walk) throws IOException {
    Path name = walk.name();
    if (name == null) {
      return walk.directory();
    }
    if (!walk.attributes().isDirectory()) {
      throw new NotDirectoryException(name.toString());
    }
    return walk.directory().child(name);
  }

  private static FileEntry describe(Walk walk) throws IOException {
    BasicFileAttributes attributes = walk.attributes();
    Path name = walk.name();
    return new FileEntry(
        kind(attributes),
        attributes.size(),
        permissions(attributes),
        attributes.lastModifiedTime().toInstant(),
        attributes.isSymbolicLink() && name != null ? walk.target(name) : null);
  }

  private static Kind kind(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return Kind.REGULAR;
    }
    if (attributes.isDirectory()) {
      return Kind.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? Kind.SYMLINK : Kind.OTHER;
  }

  private static int permissions(BasicFileAttributes attributes) {
    int bits = 0;
    if (attributes instanceof PosixFileAttributes posix) {
      for (char letter : PosixFilePermissions.toString(posix.permissions()).toCharArray()) {
        bits = bits << 1 | (letter == '-' ? 0 : 1);
      }
    }
    return bits;
  }

  private <T> Lookup<T> walk(String path, LastLink lastLink, Question<T> question) {
    try (Walk walk = Walk.to(root, path, lastLink)) {
      return new Lookup.Found<>(question.ask(walk));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new Lookup.Absent<>();
    } catch (InvalidPathException e) {
      return unreadable(path, "Its name cannot be written in this machine's character set.");
    } catch (IOException e) {
      return unreadable(path, IoReason.of(e));
    }
  }

  private static <T> Lookup<T> unreadable(String path, @Nullable String why) {
    return new Lookup.Unreadable<>(path, Reason.UNREADABLE, String.valueOf(why));
  }

  /// What is to be known of the file a walk has led to.
  private interface Question<T> {
    T ask(Walk walk) throws IOException;
  }

  /// The file is not of the kind that was asked for.
  private static final class UnsuitableFileException extends IOException {
    UnsuitableFileException(String why) {
      super(why);
    }
  }
}
