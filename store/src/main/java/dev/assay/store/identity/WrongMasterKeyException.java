package dev.assay.store.identity;

import dev.assay.assessment.identity.AccessKeyId;
import org.jspecify.annotations.Nullable;

/// A secret cannot be read with the master key at hand.
public final class WrongMasterKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongMasterKeyException(AccessKeyId id, @Nullable Throwable cause) {
    super(
        "the secret of access key "
            + id
            + " cannot be read: it was encrypted under another master key",
        cause);
  }
}
