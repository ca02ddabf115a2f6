package dev.assay.awsapi.value;

/// A value of an enum of a model, known or not.
public interface EnumValue {
  /// The value on the wire.
  String value();
}
