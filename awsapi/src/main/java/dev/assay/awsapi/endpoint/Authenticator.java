package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.value.Caller;

/// Tells who sent a request.
@FunctionalInterface
public interface Authenticator {
  /// Who sent the request.
  ///
  /// @param body all of the request's body
  /// @param signingName the service that the request must be signed for
  /// @throws RefusedException where the request does not prove who sent it
  Caller authenticate(Request request, byte[] body, String signingName, String requestId);
}
