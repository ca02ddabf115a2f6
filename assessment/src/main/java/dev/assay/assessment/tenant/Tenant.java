package dev.assay.assessment.tenant;

/// An account in a region: the owner of resources, findings, targets and runs. One tenant never
/// sees another's data.
public record Tenant(AccountId account, Region region) {

  public static Tenant of(String account, String region) {
    return new Tenant(new AccountId(account), new Region(region));
  }

  /// `arn:PARTITION:SERVICE:REGION:ACCOUNT:PATH`.
  public String arn(String service, String path) {
    return "arn:" + region.partition() + ":" + service + ":" + region + ":" + account + ":" + path;
  }

  @Override
  public String toString() {
    return account + "/" + region;
  }
}
