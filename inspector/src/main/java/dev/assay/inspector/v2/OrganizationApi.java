package dev.assay.inspector.v2;

import dev.assay.assessment.account.ScanKind;
import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.AssociateMemberRequest;
import dev.assay.awsapi.inspector2.AssociateMemberResponse;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.DelegatedAdmin;
import dev.assay.awsapi.inspector2.DelegatedAdminAccount;
import dev.assay.awsapi.inspector2.DelegatedAdminStatus;
import dev.assay.awsapi.inspector2.DescribeOrganizationConfigurationRequest;
import dev.assay.awsapi.inspector2.DescribeOrganizationConfigurationResponse;
import dev.assay.awsapi.inspector2.DisableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.DisableDelegatedAdminAccountResponse;
import dev.assay.awsapi.inspector2.DisassociateMemberRequest;
import dev.assay.awsapi.inspector2.DisassociateMemberResponse;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountResponse;
import dev.assay.awsapi.inspector2.GetDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.GetDelegatedAdminAccountResponse;
import dev.assay.awsapi.inspector2.GetMemberRequest;
import dev.assay.awsapi.inspector2.GetMemberResponse;
import dev.assay.awsapi.inspector2.ListDelegatedAdminAccountsRequest;
import dev.assay.awsapi.inspector2.ListDelegatedAdminAccountsResponse;
import dev.assay.awsapi.inspector2.ListMembersRequest;
import dev.assay.awsapi.inspector2.ListMembersResponse;
import dev.assay.awsapi.inspector2.Member;
import dev.assay.awsapi.inspector2.OrganizationOperations;
import dev.assay.awsapi.inspector2.RelationshipStatus;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.UpdateOrganizationConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateOrganizationConfigurationResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Administrators and their members. AWS asks its Organizations who belongs together; here the
/// accounts say so themselves: one names its administrator (EnableDelegatedAdminAccount), and that
/// one takes it in (AssociateMember). Neither alone opens any account's data to another.
public final class OrganizationApi implements OrganizationOperations {
  private final Transactions transactions;
  private final MembershipStore memberships;
  private final SettingsStore settings;
  private final InstantSource clock;

  public OrganizationApi(
      Transactions transactions,
      MembershipStore memberships,
      SettingsStore settings,
      InstantSource clock) {
    this.transactions = transactions;
    this.memberships = memberships;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public EnableDelegatedAdminAccountResponse enableDelegatedAdminAccount(
      Caller caller, EnableDelegatedAdminAccountRequest input) {
    Tenant tenant = Tenants.of(caller);
    AccountId administrator = new AccountId(input.delegatedAdminAccountId());
    if (administrator.equals(tenant.account())) {
      throw Problems.invalid("delegatedAdminAccountId", "an account administers itself anyway");
    }
    Membership named =
        new Membership(tenant.account(), tenant.region(), administrator, false, clock.instant());
    transactions.change(
        writing -> {
          if (!memberships.add(writing, named)) {
            throw new ConflictException(
                "The account has an administrator already: disable that one first.",
                tenant.account().value(),
                "delegated-admin-account");
          }
        });
    return new EnableDelegatedAdminAccountResponse(administrator.value());
  }

  @Override
  public DisableDelegatedAdminAccountResponse disableDelegatedAdminAccount(
      Caller caller, DisableDelegatedAdminAccountRequest input) {
    AccountId administrator = new AccountId(input.delegatedAdminAccountId());
    transactions.change(
        writing -> {
          if (!memberships.remove(writing, Tenants.of(caller), administrator)) {
            throw new ResourceNotFoundException(
                administrator + " is not the administrator of this account.");
          }
        });
    return new DisableDelegatedAdminAccountResponse(administrator.value());
  }

  @Override
  public GetDelegatedAdminAccountResponse getDelegatedAdminAccount(
      Caller caller, GetDelegatedAdminAccountRequest input) {
    Membership membership =
        named(caller)
            .orElseThrow(
                () -> new ResourceNotFoundException("The account has named no administrator."));
    return GetDelegatedAdminAccountResponse.builder()
        .delegatedAdmin(
            DelegatedAdmin.builder()
                .accountId(membership.administrator().value())
                .relationshipStatus(status(membership))
                .build())
        .build();
  }

  @Override
  public ListDelegatedAdminAccountsResponse listDelegatedAdminAccounts(
      Caller caller, ListDelegatedAdminAccountsRequest input) {
    KeyedPage<String> page =
        KeyedPage.of(
            named(caller).stream().map(membership -> membership.administrator().value()).toList(),
            Function.identity(),
            Problems.tokens(caller, "ListDelegatedAdminAccounts"),
            input.nextToken(),
            input.maxResults());
    return ListDelegatedAdminAccountsResponse.builder()
        .delegatedAdminAccounts(
            page.items().stream()
                .map(id -> new DelegatedAdminAccount(id, DelegatedAdminStatus.ENABLED))
                .toList())
        .nextToken(page.next())
        .build();
  }

  @Override
  public AssociateMemberResponse associateMember(Caller caller, AssociateMemberRequest input) {
    Tenant administrator = Tenants.of(caller);
    Instant now = clock.instant();
    transactions.change(
        writing -> {
          Membership known =
              member(writing, administrator, input.accountId())
                  .orElseThrow(
                      () ->
                          new AccessDeniedException(
                              "The account has not named this one its administrator."));
          memberships.replace(writing, known.withAssociated(true, now));
          if (!known.associated()) {
            Set<ScanKind> kinds = settings.find(writing, administrator).enabledForNewMembers();
            settings.change(
                writing, new Tenant(known.account(), known.region()), own -> own.enabling(kinds));
          }
        });
    return new AssociateMemberResponse(input.accountId());
  }

  @Override
  public DisassociateMemberResponse disassociateMember(
      Caller caller, DisassociateMemberRequest input) {
    transactions.change(
        writing -> {
          Membership known =
              member(writing, Tenants.of(caller), input.accountId())
                  .filter(Membership::associated)
                  .orElseThrow(() -> noMember(input.accountId()));
          memberships.replace(writing, known.withAssociated(false, clock.instant()));
        });
    return new DisassociateMemberResponse(input.accountId());
  }

  @Override
  public GetMemberResponse getMember(Caller caller, GetMemberRequest input) {
    Membership membership =
        transactions
            .read(reading -> member(reading, Tenants.of(caller), input.accountId()))
            .orElseThrow(() -> noMember(input.accountId()));
    return new GetMemberResponse(model(membership));
  }

  @Override
  public ListMembersResponse listMembers(Caller caller, ListMembersRequest input) {
    boolean all = Boolean.FALSE.equals(input.onlyAssociated());
    Tenant tenant = Tenants.of(caller);
    List<Membership> members =
        transactions
            .read(reading -> memberships.membersOf(reading, tenant.account(), tenant.region()))
            .stream()
            .filter(membership -> all || membership.associated())
            .toList();
    KeyedPage<Membership> page =
        KeyedPage.of(
            members,
            membership -> membership.account().value(),
            Problems.tokens(caller, "ListMembers", all),
            input.nextToken(),
            input.maxResults());
    return ListMembersResponse.builder()
        .members(page.items().stream().map(OrganizationApi::model).toList())
        .nextToken(page.next())
        .build();
  }

  @Override
  public DescribeOrganizationConfigurationResponse describeOrganizationConfiguration(
      Caller caller, DescribeOrganizationConfigurationRequest input) {
    Set<ScanKind> kinds =
        transactions
            .read(reading -> settings.find(reading, Tenants.of(caller)))
            .enabledForNewMembers();
    return DescribeOrganizationConfigurationResponse.builder()
        .autoEnable(ScanKindMapping.autoEnable(kinds))
        .maxAccountLimitReached(false)
        .build();
  }

  @Override
  public UpdateOrganizationConfigurationResponse updateOrganizationConfiguration(
      Caller caller, UpdateOrganizationConfigurationRequest input) {
    Set<ScanKind> kinds = ScanKindMapping.kinds(input.autoEnable());
    transactions.change(
        writing ->
            settings.change(
                writing, Tenants.of(caller), known -> known.withEnabledForNewMembers(kinds)));
    return new UpdateOrganizationConfigurationResponse(ScanKindMapping.autoEnable(kinds));
  }

  private Optional<Membership> named(Caller caller) {
    return transactions.read(reading -> memberships.find(reading, Tenants.of(caller)));
  }

  private Optional<Membership> member(Reading reading, Tenant administrator, String account) {
    return memberships
        .find(reading, new Tenant(new AccountId(account), administrator.region()))
        .filter(membership -> membership.administrator().equals(administrator.account()));
  }

  private static Member model(Membership membership) {
    return Member.builder()
        .accountId(membership.account().value())
        .delegatedAdminAccountId(membership.administrator().value())
        .relationshipStatus(status(membership))
        .updatedAt(membership.changedAt())
        .build();
  }

  private static RelationshipStatus status(Membership membership) {
    return membership.associated() ? RelationshipStatus.ENABLED : RelationshipStatus.CREATED;
  }

  private static ResourceNotFoundException noMember(String account) {
    return new ResourceNotFoundException(account + " is not a member of this account.");
  }
}
