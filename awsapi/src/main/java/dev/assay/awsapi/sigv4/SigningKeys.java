package dev.assay.awsapi.sigv4;

import java.util.Optional;

/// Where keys are found. A key that is revoked or has expired is not found.
@FunctionalInterface
public interface SigningKeys {
  /// The key with this id.
  Optional<SigningKey> find(String accessKeyId);
}
