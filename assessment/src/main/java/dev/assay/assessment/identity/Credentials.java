package dev.assay.assessment.identity;

import java.util.Optional;

/// The look-up that every request needs: quick, and without the store in the usual case.
public interface Credentials {
  /// The credential of an active key; empty where it is unknown, inactive or removed. A key that is
  /// revoked on any node is gone here within seconds.
  Optional<Credential> find(AccessKeyId id);

  /// Notes that a request signed with the key was let in.
  void used(AccessKeyId id);
}
