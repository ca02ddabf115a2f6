package dev.assay.feeds;

import java.io.IOException;
import java.io.InputStream;

/// One document of a feed: a plain file, or a member of an archive, with every compression around
/// it undone.
public interface FeedEntry {
  /// Where it is, for messages and where the path itself carries meaning
  /// (`2/extras/docker/2023/ALAS….json`): the member's path inside the archive, else the file's
  /// name. Separated by `/`.
  String path();

  /// The first bytes, at most 8 KiB, to recognise the kind by. Not to be changed.
  byte[] head();

  /// The whole content from its start, bounded; to be called once.
  InputStream open() throws IOException;
}
