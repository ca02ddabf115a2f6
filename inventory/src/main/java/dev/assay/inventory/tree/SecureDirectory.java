package dev.assay.inventory.tree;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;

/// A directory held by its descriptor (Linux).
record SecureDirectory(Path path, SecureDirectoryStream<Path> stream) implements Directory {
  private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);

  @Override
  public BasicFileAttributes attributes() throws IOException {
    PosixFileAttributeView view = stream.getFileAttributeView(PosixFileAttributeView.class);
    if (view == null) {
      throw new NoSuchFileException(path.toString());
    }
    return view.readAttributes();
  }

  @Override
  public BasicFileAttributes attributes(Path name) throws IOException {
    return stream
        .getFileAttributeView(name, PosixFileAttributeView.class, NOFOLLOW_LINKS)
        .readAttributes();
  }

  @Override
  public Directory child(Path name) throws IOException {
    return new SecureDirectory(path.resolve(name), stream.newDirectoryStream(name, NOFOLLOW_LINKS));
  }

  @Override
  public SeekableByteChannel read(Path name) throws IOException {
    return stream.newByteChannel(name, READ);
  }

  @Override
  public DirectoryStream<Path> entries() {
    return stream;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
