package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.value.Caller;
import org.jspecify.annotations.Nullable;

/// Learns how each request ended: for logs, metrics and the audit.
@FunctionalInterface
public interface Observer {
  /// Learns nothing.
  Observer NONE = _ -> {};

  /// Called after the response is made.
  void ended(Exchange exchange);

  /// A request that was answered.
  ///
  /// @param service the signing name; empty where the request is for none
  /// @param operation empty where the request is for none
  /// @param caller null where nobody was proved to send it
  /// @param input the operation's input; null where none was read
  /// @param code the error that was answered; empty for success
  /// @param failure what was not foreseen; null where nothing was
  record Exchange(
      String requestId,
      String service,
      String operation,
      @Nullable Caller caller,
      @Nullable Object input,
      int status,
      String code,
      @Nullable Throwable failure) {}
}
