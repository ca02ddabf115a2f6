package dev.assay.inspector.v2;

import dev.assay.assessment.account.DeepInspection;
import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.awsapi.inspector2.BatchGetMemberEc2DeepInspectionStatusRequest;
import dev.assay.awsapi.inspector2.BatchGetMemberEc2DeepInspectionStatusResponse;
import dev.assay.awsapi.inspector2.BatchUpdateMemberEc2DeepInspectionStatusRequest;
import dev.assay.awsapi.inspector2.BatchUpdateMemberEc2DeepInspectionStatusResponse;
import dev.assay.awsapi.inspector2.DeepInspectionOperations;
import dev.assay.awsapi.inspector2.Ec2DeepInspectionStatus;
import dev.assay.awsapi.inspector2.FailedMemberAccountEc2DeepInspectionStatusState;
import dev.assay.awsapi.inspector2.GetEc2DeepInspectionConfigurationRequest;
import dev.assay.awsapi.inspector2.GetEc2DeepInspectionConfigurationResponse;
import dev.assay.awsapi.inspector2.MemberAccountEc2DeepInspectionStatusState;
import dev.assay.awsapi.inspector2.UpdateEc2DeepInspectionConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateEc2DeepInspectionConfigurationResponse;
import dev.assay.awsapi.inspector2.UpdateOrgEc2DeepInspectionConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateOrgEc2DeepInspectionConfigurationResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Where deep inspection looks: an account's own directories, and those its administrator set for
/// all members.
public final class DeepInspectionApi implements DeepInspectionOperations {
  private final Transactions transactions;
  private final SettingsStore settings;
  private final MembershipStore memberships;
  private final Visibility visibility;

  public DeepInspectionApi(
      Transactions transactions, SettingsStore settings, MembershipStore memberships) {
    this.transactions = transactions;
    this.settings = settings;
    this.memberships = memberships;
    this.visibility = new MemberVisibility(memberships);
  }

  @Override
  public GetEc2DeepInspectionConfigurationResponse getEc2DeepInspectionConfiguration(
      Caller caller, GetEc2DeepInspectionConfigurationRequest input) {
    Tenant tenant = Tenants.of(caller);
    return transactions.read(
        reading -> {
          DeepInspection own = settings.find(reading, tenant).deepInspection();
          return GetEc2DeepInspectionConfigurationResponse.builder()
              .status(status(own.activated()))
              .packagePaths(own.paths())
              .orgPackagePaths(organizationPaths(reading, tenant))
              .build();
        });
  }

  @Override
  public UpdateEc2DeepInspectionConfigurationResponse updateEc2DeepInspectionConfiguration(
      Caller caller, UpdateEc2DeepInspectionConfigurationRequest input) {
    Tenant tenant = Tenants.of(caller);
    return transactions.write(
        writing -> {
          DeepInspection now = change(writing, tenant, known -> updated(known, input));
          return UpdateEc2DeepInspectionConfigurationResponse.builder()
              .status(status(now.activated()))
              .packagePaths(now.paths())
              .orgPackagePaths(organizationPaths(writing, tenant))
              .build();
        });
  }

  @Override
  public UpdateOrgEc2DeepInspectionConfigurationResponse updateOrgEc2DeepInspectionConfiguration(
      Caller caller, UpdateOrgEc2DeepInspectionConfigurationRequest input) {
    transactions.change(
        writing ->
            change(
                writing,
                Tenants.of(caller),
                known -> known.withOrganizationPaths(input.orgPackagePaths())));
    return UpdateOrgEc2DeepInspectionConfigurationResponse.builder().build();
  }

  @Override
  public BatchGetMemberEc2DeepInspectionStatusResponse batchGetMemberEc2DeepInspectionStatus(
      Caller caller, BatchGetMemberEc2DeepInspectionStatusRequest input) {
    Tenant tenant = Tenants.of(caller);
    return transactions.read(
        reading -> {
          AskedAccounts asked =
              AskedAccounts.of(tenant, visibility.accounts(reading, tenant), input.accountIds());
          return BatchGetMemberEc2DeepInspectionStatusResponse.builder()
              .accountIds(
                  asked.seen().stream()
                      .map(t -> state(t, settings.find(reading, t).deepInspection()))
                      .toList())
              .failedAccountIds(refused(asked.refused()))
              .build();
        });
  }

  @Override
  public BatchUpdateMemberEc2DeepInspectionStatusResponse batchUpdateMemberEc2DeepInspectionStatus(
      Caller caller, BatchUpdateMemberEc2DeepInspectionStatusRequest input) {
    Tenant tenant = Tenants.of(caller);
    Map<String, Boolean> wanted = new TreeMap<>();
    input
        .accountIds()
        .forEach(member -> wanted.put(member.accountId(), member.activateDeepInspection()));
    return transactions.write(
        writing -> {
          AskedAccounts asked =
              AskedAccounts.of(
                  tenant, visibility.accounts(writing, tenant), List.copyOf(wanted.keySet()));
          List<MemberAccountEc2DeepInspectionStatusState> changed = new ArrayList<>();
          for (Tenant member : asked.seen()) {
            boolean activated = Boolean.TRUE.equals(wanted.get(member.account().value()));
            changed.add(
                state(member, change(writing, member, known -> known.withActivated(activated))));
          }
          return BatchUpdateMemberEc2DeepInspectionStatusResponse.builder()
              .accountIds(changed)
              .failedAccountIds(refused(asked.refused()))
              .build();
        });
  }

  private DeepInspection change(
      Writing writing, Tenant tenant, UnaryOperator<DeepInspection> change) {
    return settings
        .change(
            writing,
            tenant,
            known -> known.withDeepInspection(change.apply(known.deepInspection())))
        .deepInspection();
  }

  /// What holds for an account from above: its administrator's directories, or those that it set
  /// itself where it has none.
  private List<String> organizationPaths(Reading reading, Tenant tenant) {
    Tenant above =
        memberships
            .find(reading, tenant)
            .filter(Membership::associated)
            .map(membership -> new Tenant(membership.administrator(), tenant.region()))
            .orElse(tenant);
    return settings.find(reading, above).deepInspection().organizationPaths();
  }

  private static DeepInspection updated(
      DeepInspection known, UpdateEc2DeepInspectionConfigurationRequest input) {
    Boolean activated = input.activateDeepInspection();
    List<String> paths = input.packagePaths();
    DeepInspection switched = activated == null ? known : known.withActivated(activated);
    return paths == null ? switched : switched.withPaths(paths);
  }

  private static MemberAccountEc2DeepInspectionStatusState state(
      Tenant tenant, DeepInspection now) {
    return MemberAccountEc2DeepInspectionStatusState.builder()
        .accountId(tenant.account().value())
        .status(status(now.activated()))
        .build();
  }

  private static Ec2DeepInspectionStatus status(boolean activated) {
    return activated ? Ec2DeepInspectionStatus.ACTIVATED : Ec2DeepInspectionStatus.DEACTIVATED;
  }

  private static List<FailedMemberAccountEc2DeepInspectionStatusState> refused(
      List<String> accounts) {
    return accounts.stream()
        .map(
            account ->
                FailedMemberAccountEc2DeepInspectionStatusState.builder()
                    .accountId(account)
                    .errorMessage(AskedAccounts.REFUSAL)
                    .build())
        .toList();
  }
}
