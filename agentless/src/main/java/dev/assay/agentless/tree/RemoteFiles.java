package dev.assay.agentless.tree;

import dev.assay.inventory.elf.ElfBytes;
import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The questions a [RemoteTree] asks of a machine. Paths are absolute and have no links in all but
/// their last name.
///
/// Errors are those of java.nio.file: [java.nio.file.NoSuchFileException] for what is not there,
/// [java.nio.file.AccessDeniedException] for what may not be read.
public interface RemoteFiles {

  /// What is at a path, a link not followed; of a link its text is told. What the way does not
  /// tell, as the number of the device, is 0.
  HostFile lstat(String path) throws IOException;

  /// The names in a directory but `.` and `..`, in any order; at most `most` and one more.
  List<String> list(String path, int most) throws IOException;

  /// Opens what was a regular file a moment ago.
  InputStream open(String path) throws IOException;

  /// Opens what was a regular file a moment ago, to be read here and there.
  ElfBytes program(String path) throws IOException;
}
