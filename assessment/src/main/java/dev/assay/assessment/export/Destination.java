package dev.assay.assessment.export;

import org.jspecify.annotations.Nullable;

/// Where documents go.
///
/// @param prefix what their keys begin with; null for nothing
/// @param kmsKey the key that their asker wants them encrypted under
public record Destination(String bucket, @Nullable String prefix, String kmsKey) {

  /// The whole key of a document: the prefix is a folder, whether or not it ends with a slash.
  String key(String document) {
    if (prefix == null || prefix.isEmpty()) {
      return document;
    }
    return prefix.endsWith("/") ? prefix + document : prefix + "/" + document;
  }
}
