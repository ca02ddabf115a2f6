package dev.assay.agentless.tree;

import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/// This machine's own files as another machine would answer for them.
final class NearFiles implements RemoteFiles {
  int questions;

  @Override
  public FileEntry lstat(String path) throws IOException {
    questions++;
    Path file = Path.of(path);
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int bits = 0;
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      bits = bits << 1 | (attributes.permissions().contains(permission) ? 1 : 0);
    }
    Kind kind = Kind.OTHER;
    if (attributes.isRegularFile()) {
      kind = Kind.REGULAR;
    } else if (attributes.isDirectory()) {
      kind = Kind.DIRECTORY;
    } else if (attributes.isSymbolicLink()) {
      kind = Kind.SYMLINK;
    }
    return new FileEntry(
        kind,
        attributes.size(),
        bits,
        attributes.lastModifiedTime().toInstant(),
        kind == Kind.SYMLINK ? Files.readSymbolicLink(file).toString() : null);
  }

  @Override
  public List<String> list(String path, int most) throws IOException {
    questions++;
    try (var names = Files.list(Path.of(path))) {
      return names.limit(most + 1L).map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    questions++;
    return Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }
}
