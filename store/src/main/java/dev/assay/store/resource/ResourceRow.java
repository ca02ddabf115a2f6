package dev.assay.store.resource;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A resource among the columns of an answer.
public final class ResourceRow {
  /// The columns to select from `resource r`, named so that others may stand beside them.
  public static final String COLUMNS =
      """
      r.number as resource_number, r.account as resource_account, r.region as resource_region,
      r.type as resource_type, r.id as resource_id, r.details as resource_details,
      r.tags as resource_tags, r.first_seen_at as resource_first_seen_at,
      r.last_seen_at as resource_last_seen_at
      """;

  /// The type's name on the wire, as `ResourceType.wireName` has it.
  public static final String WIRE_TYPE = wireType("r.type");

  private ResourceRow() {}

  /// The name on the wire of a type that a column holds.
  public static String wireType(String column) {
    return "(case %1$s when 'HOST' then 'AWS_EC2_INSTANCE' when 'CONTAINER_IMAGE' then"
            .formatted(column)
        + " 'AWS_ECR_CONTAINER_IMAGE' when 'FUNCTION' then 'AWS_LAMBDA_FUNCTION'"
        + " when 'LOAD_BALANCER' then 'AWS_ELB_LOAD_BALANCER'"
        + " else %s end)".formatted(column);
  }

  /// A member of the details of one kind of resource; null for all others.
  public static String detail(String resourceType, String member) {
    return "case when r.type = '%s' then r.details ->> '%s' end".formatted(resourceType, member);
  }

  public static Resource read(ResultSet row) throws SQLException {
    ResourceType type = ResourceType.valueOf(row.getString("resource_type"));
    return new Resource(
        row.getLong("resource_number"),
        new ResourceKey(
            Tenant.of(row.getString("resource_account"), row.getString("resource_region")),
            type,
            row.getString("resource_id")),
        details(type, row.getString("resource_details")),
        Documents.texts(row.getString("resource_tags")),
        row.getTimestamp("resource_first_seen_at").toInstant(),
        row.getTimestamp("resource_last_seen_at").toInstant());
  }

  private static ResourceDetails details(ResourceType type, String document) {
    return switch (type) {
      case HOST -> Documents.read(document, ResourceDetails.Host.class);
      case CONTAINER_IMAGE -> Documents.read(document, ResourceDetails.ContainerImage.class);
      case FUNCTION -> Documents.read(document, ResourceDetails.Function.class);
      case LOAD_BALANCER -> Documents.read(document, ResourceDetails.LoadBalancer.class);
      case CODE_REPOSITORY -> Documents.read(document, ResourceDetails.CodeRepository.class);
    };
  }
}
