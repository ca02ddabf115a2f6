package dev.assay.inventory.tree;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// A directory held by its path, where the platform has no openat(2). Before each use it is
/// checked that the path still is the same directory; a small race remains.
record PlainDirectory(Path path, BasicFileAttributes attributes) implements Directory {

  @Override
  public BasicFileAttributes attributes(Path name) throws IOException {
    return Files.readAttributes(
        unchanged().resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  @Override
  public Directory child(Path name) throws IOException {
    return new PlainDirectory(unchanged().resolve(name), attributes(name));
  }

  @Override
  public SeekableByteChannel read(Path name) throws IOException {
    return Files.newByteChannel(unchanged().resolve(name), StandardOpenOption.READ, NOFOLLOW_LINKS);
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // the caller closes it
  public DirectoryStream<Path> entries() throws IOException {
    return Files.newDirectoryStream(unchanged());
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private Path unchanged() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
    if (!now.isDirectory() || !Objects.equals(now.fileKey(), attributes.fileKey())) {
      throw new FileSystemException(
          path.toString(), null, "The directory was replaced while it was being read");
    }
    return path;
  }
}
