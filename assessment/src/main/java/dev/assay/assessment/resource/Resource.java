package dev.assay.assessment.resource;

import java.time.Instant;
import java.util.Map;

/// Something that is assessed.
///
/// @param number the store's own name of it, stable while the resource is known
/// @param tags as its owner gave them; they select it for targets
/// @param firstSeenAt when evidence of it first came in
/// @param lastSeenAt when evidence of it, changed or not, last came in
public record Resource(
    long number,
    ResourceKey key,
    ResourceDetails details,
    Map<String, String> tags,
    Instant firstSeenAt,
    Instant lastSeenAt) {
  public Resource {
    tags = Map.copyOf(tags);
    if (details.type() != key.type()) {
      throw new IllegalArgumentException(
          "Details of a " + details.type() + " for a " + key.type() + ": " + key.id());
    }
  }
}
