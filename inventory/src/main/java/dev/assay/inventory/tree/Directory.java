package dev.assay.inventory.tree;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;

/// An open directory whose entries are reached by name and without following links, as openat(2)
/// does: a directory that is renamed or replaced by a link while it is open leads nowhere else.
sealed interface Directory extends AutoCloseable permits SecureDirectory, PlainDirectory {

  @SuppressWarnings("StreamResourceLeak") // the directory returned owns the stream
  static Directory open(Path path) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(path);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new SecureDirectory(path, secure);
    }
    stream.close();
    return new PlainDirectory(
        path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  Path path();

  /// The directory's own attributes.
  BasicFileAttributes attributes() throws IOException;

  BasicFileAttributes attributes(Path name) throws IOException;

  Directory child(Path name) throws IOException;

  /// Opens for reading; the caller has made sure that it is a regular file, and checks again.
  SeekableByteChannel read(Path name) throws IOException;

  /// The entries, to be closed by the caller or with the directory; asked for once.
  DirectoryStream<Path> entries() throws IOException;

  @Override
  void close() throws IOException;
}
