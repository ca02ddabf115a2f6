package dev.assay.awsapi.value;

/// A value of a union of a model: one of its members.
public interface UnionValue {
  /// The index of the member that is set, in the order of the model.
  int index();

  /// The value of that member.
  Object value();
}
