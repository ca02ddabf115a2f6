package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.value.Caller;
import org.jspecify.annotations.Nullable;

/// Runs one operation.
@FunctionalInterface
public interface Handler {
  /// Runs it.
  ///
  /// @param input what the operation takes; null where it takes nothing
  /// @return what it gives; null where it gives nothing
  @Nullable Object handle(Caller caller, @Nullable Object input);
}
