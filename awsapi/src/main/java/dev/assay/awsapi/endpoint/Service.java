package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.schema.ServiceSchema;
import java.util.Map;

/// A service with a handler for each of its operations.
///
/// @param handlers by the name of the operation
public record Service(ServiceSchema schema, Map<String, Handler> handlers) {
  public Service {
    handlers = Map.copyOf(handlers);
    if (!handlers.keySet().equals(schema.operations().keySet())) {
      throw new IllegalArgumentException(
          "%s has the operations %s, and handlers for %s"
              .formatted(schema.name(), schema.operations().keySet(), handlers.keySet()));
    }
  }
}
