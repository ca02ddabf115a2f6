package dev.assay.agent.service;

import java.io.IOException;
import java.net.ConnectException;

/// No answer came: the request may or may not have arrived.
public final class ServiceUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceUnreachableException(ServiceAddress service, IOException cause) {
    super(service + " cannot be reached: " + words(cause), cause);
  }

  /// What was in the way; Java has no words for a connection that nobody takes.
  static String words(IOException failure) {
    if (failure instanceof ConnectException && failure.getMessage() == null) {
      return "no connection could be made";
    }
    Throwable deepest = failure;
    while (deepest.getMessage() == null && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
  }
}
