package dev.assay.assessment.resource;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where resources are kept: a port of the service.
public interface ResourceStore {

  /// Makes the resource known, or brings its details, tags and `lastSeenAt` up to date, and keeps
  /// all others from changing it until the transaction ends.
  Resource observe(
      Writing transaction,
      ResourceKey key,
      ResourceDetails details,
      Map<String, String> tags,
      Instant seenAt);

  Optional<Resource> find(Reading transaction, ResourceKey key);

  /// The tenant's resources of a type that have any of the tags, ordered by id: a resource group
  /// selects by *any* of its tags. No tags at all select every resource of the type.
  List<Resource> tagged(
      Reading transaction, Tenant tenant, ResourceType type, List<Map.Entry<String, String>> anyOf);

  /// Forgets a resource and all that hangs on it.
  void delete(Writing transaction, Resource resource);
}
