package dev.assay.inventory.tree;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One file, directory or link, as lstat(2) describes it.
///
/// @param size in bytes; of a symbolic link the length of its text
/// @param permissions the nine permission bits, `0644`; 0 where the tree has none
/// @param linkTarget the text of a symbolic link, null for all else
public record FileEntry(
    Kind kind, long size, int permissions, Instant modified, @Nullable String linkTarget) {

  /// Kinds of file; sockets, FIFOs and devices are `OTHER` and never opened.
  public enum Kind {
    REGULAR,
    DIRECTORY,
    SYMLINK,
    OTHER
  }
}
