package dev.assay.store.agent;

import dev.assay.assessment.agent.Agent;
import dev.assay.assessment.agent.EnrollmentToken;
import dev.assay.assessment.agent.Heartbeat;
import dev.assay.assessment.agent.Machine;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Documents;
import dev.assay.store.identity.AccessKeyRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows as what they are.
final class AgentRows {
  private AgentRows() {}

  static EnrollmentToken token(ResultSet row) throws SQLException {
    return new EnrollmentToken(
        AccessKeyRow.read(row),
        Tenant.of(row.getString("account"), row.getString("region")),
        row.getInt("uses"),
        row.getInt("used"));
  }

  static Agent agent(ResultSet row) throws SQLException {
    String heartbeat = row.getString("heartbeat");
    return new Agent(
        new IdentityName(row.getString("name")),
        new ResourceKey(
            Tenant.of(row.getString("account"), row.getString("region")),
            ResourceType.valueOf(row.getString("resource_type")),
            row.getString("resource_id")),
        Documents.read(row.getString("machine"), Machine.class),
        new AccessKeyId(row.getString("token")),
        row.getString("enrollment_id"),
        row.getString("version"),
        row.getTimestamp("enrolled_at").toInstant(),
        heartbeat == null ? null : Documents.read(heartbeat, Heartbeat.class));
  }
}
