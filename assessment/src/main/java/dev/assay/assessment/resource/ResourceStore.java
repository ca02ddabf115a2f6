package dev.assay.assessment.resource;

import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where resources are kept: a port of the service. Each call works in the transaction that the
/// caller has opened.
public interface ResourceStore {

  /// Makes the resource known, or brings its details, tags and `lastSeenAt` up to date, and keeps
  /// all others from changing it until the transaction ends.
  Resource observe(
      ResourceKey key, ResourceDetails details, Map<String, String> tags, Instant seenAt);

  Optional<Resource> find(ResourceKey key);

  List<Resource> find(Collection<Long> numbers);

  /// The tenant's resources that have any of the tags, ordered by id; a resource group selects by
  /// *any* of its tags, as Inspector Classic does. No tags at all selects every resource of the
  /// type.
  List<Resource> tagged(Tenant tenant, ResourceType type, List<Map.Entry<String, String>> anyOf);

  /// Forgets a resource and all that hangs on it.
  void delete(long number);
}
