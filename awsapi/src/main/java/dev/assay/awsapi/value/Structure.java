package dev.assay.awsapi.value;

import org.jspecify.annotations.Nullable;

/// A value of a structure of a model. The codecs read it by the index of a member in the model, so
/// that writing needs no reflection.
public interface Structure {
  /// The member with this index; null where it is absent.
  @Nullable Object member(int index);
}
