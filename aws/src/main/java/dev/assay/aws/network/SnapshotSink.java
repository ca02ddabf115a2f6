package dev.assay.aws.network;

import java.io.IOException;

/// Where a snapshot's files go.
@FunctionalInterface
public interface SnapshotSink {
  /// Takes one file.
  ///
  /// @param name within the snapshot, its folders separated by `/`
  void file(String name, byte[] json) throws IOException;
}
