package dev.assay.feeds.archive;

import dev.assay.feeds.FeedEntry;
import java.io.IOException;

/// Takes what an {@link Unpacker} finds.
public interface DocumentVisitor {
  /// Whether to look at an archive's member, which may be a document or an archive again.
  default boolean enters(String path) {
    return true;
  }

  /// A document; its bytes can be read until this method returns.
  ///
  /// @throws IOException where the bytes cannot be read
  void document(FeedEntry entry) throws IOException;

  /// What could not be read: `where` is the document, or the file with its offset, `why` the rest
  /// of the sentence.
  void unreadable(String where, String why);
}
