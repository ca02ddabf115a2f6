package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.value.Caller;

/// Tells whether a caller may run an operation; called before the input is looked at.
@FunctionalInterface
public interface Authorizer {
  /// Everyone may do everything.
  Authorizer ANY = (_, _, _) -> true;

  /// Whether the caller may.
  ///
  /// @param service the signing name of the service
  boolean mayCall(Caller caller, String service, String operation);
}
