package dev.assay.awsapi.json;

/// What should be JSON is not. The message says why and where.
public final class MalformedJsonException extends RuntimeException {
  MalformedJsonException(String message) {
    super(message);
  }
}
