package dev.assay.assessment.cis;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One round of a configuration: its resources are asked for results until a deadline.
///
/// @param configuration its ARN; the configuration may be gone
/// @param accounts whose resources were looked for
/// @param tags that selected them
/// @param explanation why it ended as it did; otherwise empty
public record CisScan(
    Tenant owner,
    UUID id,
    String configuration,
    String name,
    CisLevel level,
    List<AccountId> accounts,
    Map<String, List<String>> tags,
    Instant startedAt,
    Instant deadline,
    CisScanStatus status,
    String explanation) {
  public CisScan {
    accounts = List.copyOf(accounts);
    tags = Map.copyOf(tags);
  }

  public String arn() {
    return arn(owner, id.toString());
  }

  /// The ARN of a scan or, where an agent made its job up, of that job.
  public static String arn(Tenant owner, String id) {
    return owner.arn("inspector2", "owner/" + owner.account() + "/cis-scan/" + id);
  }
}
