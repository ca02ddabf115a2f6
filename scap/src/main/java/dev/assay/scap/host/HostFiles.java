package dev.assay.scap.host;

import java.util.List;

/// The files of a host, as far as it can be asked for them. Paths are absolute, as the host itself
/// would write them; links are resolved within it.
public interface HostFiles {
  /// The file of this name; a link in the last place is described, not followed.
  Reading<HostFile> file(String path);

  /// The names in a directory, sorted; a link to a directory is followed.
  Reading<List<String>> names(String directory);

  /// The bytes of a regular file, through links.
  Reading<byte[]> content(String path);
}
