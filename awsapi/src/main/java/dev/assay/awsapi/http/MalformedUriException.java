package dev.assay.awsapi.http;

/// A path or a query that is not what RFC 3986 allows.
public final class MalformedUriException extends RuntimeException {
  MalformedUriException(String text) {
    super("'" + text + "' has a percent sign that is no escape, or is not UTF-8.");
  }
}
