package dev.assay.awsapi.value;

import org.jspecify.annotations.Nullable;

/// An error that a service's model declares. A handler throws it, the caller gets it in the form of
/// the service's protocol; a client throws what it got.
public abstract class ServiceException extends RuntimeException implements Structure {
  private final String shape;

  /// Made by generated classes only.
  ///
  /// @param shape the name of the error in the model
  /// @param message the text for the caller; null where a service sent none
  protected ServiceException(String shape, @Nullable String message) {
    super(message);
    this.shape = shape;
  }

  /// The name of the error in the model, as callers see it.
  public String shape() {
    return shape;
  }
}
