package dev.assay.assessment.resource;

import dev.assay.assessment.tenant.Tenant;

/// What makes a resource itself: whose it is, its kind, and its id there: an instance id, a host
/// name, an image's digest URI, a function's ARN.
public record ResourceKey(Tenant tenant, ResourceType type, String id) {
  private static final int LONGEST_ID = 1011;

  public ResourceKey {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "A resource's id has from 1 to " + LONGEST_ID + " characters, not: " + id);
    }
  }
}
