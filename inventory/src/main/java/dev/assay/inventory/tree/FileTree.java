package dev.assay.inventory.tree;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of one root.
///
/// Paths are relative to the root, with `/` between names; a leading `/` changes nothing.
/// Symbolic links, absolute ones too, are followed inside the root as a process chrooted into it
/// would: they never lead out, `..` at the root stays there, and more than forty of them are
/// taken for a loop. Only regular files are opened. No method throws for what lies in the tree:
/// a file that is missing, vanishes or cannot be read is a [Lookup].
public interface FileTree {

  /// What `path` is, a link at its end followed.
  Lookup<FileEntry> stat(String path);

  /// What `path` is, a link at its end not followed.
  Lookup<FileEntry> lstat(String path);

  /// Where `path` leads once every link is followed: a path without links, `usr/bin/dash` for
  /// `/bin/sh`; empty for the root itself.
  Lookup<String> resolve(String path);

  /// The names in a directory, sorted.
  Lookup<List<String>> list(String path);

  /// Opens a regular file. The stream yields at most `limit` bytes, then throws
  /// [LimitExceededException] if there are more.
  Lookup<InputStream> open(String path, long limit);

  /// A real file with the same content, where the tree lies on a disk: its path may be given to a
  /// library that can only open paths. Empty for archives and for all that is no regular file.
  Optional<Path> localFile(String path);

  /// The whole content of a regular file of at most `limit` bytes.
  default Lookup<byte[]> read(String path, int limit) {
    return open(path, limit).then(stream -> drain(path, stream, Integer.MAX_VALUE));
  }

  /// The first `length` bytes of a regular file, or all of a shorter one.
  default Lookup<byte[]> head(String path, int length) {
    return open(path, Long.MAX_VALUE).then(stream -> drain(path, stream, length));
  }

  private static Lookup<byte[]> drain(String path, InputStream stream, int length) {
    try (stream) {
      return new Lookup.Found<>(stream.readNBytes(length));
    } catch (LimitExceededException e) {
      return new Lookup.Unreadable<>(path, Reason.LIMIT, e.getMessage());
    } catch (IOException e) {
      return new Lookup.Unreadable<>(path, Reason.UNREADABLE, IoReason.of(e));
    }
  }
}
