package dev.assay.inspector.v2;

import dev.assay.assessment.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/// Where results are: a job of one resource, in a scan or made up by an agent.
record CisResultPlace(
    String scanArn, Tenant tenant, String resource, String job, @Nullable String platform) {

  /// What the ARNs of its findings begin with.
  String findings() {
    return tenant.arn("inspector2", "owner/" + tenant.account() + "/cis-finding/");
  }
}
