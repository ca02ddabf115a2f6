package dev.assay.aws.network;

/// A call failed for good. Nothing is said of an account of which not all was read: a snapshot with
/// a hole in it could call open what is closed, or the other way round.
public sealed class CollectionFailedException extends RuntimeException
    permits UnknownCallException {
  private static final long serialVersionUID = 1L;

  public CollectionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
