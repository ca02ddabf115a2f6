package dev.assay.inspector.v2;

import dev.assay.assessment.account.AccountSettings;
import dev.assay.assessment.account.ScanConfiguration;
import dev.assay.assessment.account.ScanKind;
import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.Account;
import dev.assay.awsapi.inspector2.AccountState;
import dev.assay.awsapi.inspector2.BatchGetAccountStatusRequest;
import dev.assay.awsapi.inspector2.BatchGetAccountStatusResponse;
import dev.assay.awsapi.inspector2.BatchGetFreeTrialInfoRequest;
import dev.assay.awsapi.inspector2.BatchGetFreeTrialInfoResponse;
import dev.assay.awsapi.inspector2.DisableRequest;
import dev.assay.awsapi.inspector2.DisableResponse;
import dev.assay.awsapi.inspector2.EnableRequest;
import dev.assay.awsapi.inspector2.EnableResponse;
import dev.assay.awsapi.inspector2.ErrorCode;
import dev.assay.awsapi.inspector2.FailedAccount;
import dev.assay.awsapi.inspector2.GetConfigurationRequest;
import dev.assay.awsapi.inspector2.GetConfigurationResponse;
import dev.assay.awsapi.inspector2.GetEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.GetEncryptionKeyResponse;
import dev.assay.awsapi.inspector2.ListAccountPermissionsRequest;
import dev.assay.awsapi.inspector2.ListAccountPermissionsResponse;
import dev.assay.awsapi.inspector2.ListUsageTotalsRequest;
import dev.assay.awsapi.inspector2.ListUsageTotalsResponse;
import dev.assay.awsapi.inspector2.ResetEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.ResetEncryptionKeyResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.ResourceScanType;
import dev.assay.awsapi.inspector2.SettingsOperations;
import dev.assay.awsapi.inspector2.UpdateConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateConfigurationResponse;
import dev.assay.awsapi.inspector2.UpdateEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.UpdateEncryptionKeyResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an account sets for itself, and an administrator for its members. docs/compatibility.md
/// tells which of the answers are constant, and why.
public final class SettingsApi implements SettingsOperations {
  private final Transactions transactions;
  private final SettingsStore settings;
  private final MembershipStore memberships;
  private final Visibility visibility;
  private final InstantSource clock;

  public SettingsApi(
      Transactions transactions,
      SettingsStore settings,
      MembershipStore memberships,
      InstantSource clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.memberships = memberships;
    this.visibility = new MemberVisibility(memberships);
    this.clock = clock;
  }

  @Override
  public EnableResponse enable(Caller caller, EnableRequest input) {
    Set<ScanKind> kinds = ScanKindMapping.kinds(input.resourceTypes());
    return transactions.write(
        writing -> {
          AskedAccounts asked = asked(writing, caller, input.accountIds());
          return EnableResponse.builder()
              .accounts(
                  asked.seen().stream()
                      .map(t -> account(t, settings.change(writing, t, s -> s.enabling(kinds))))
                      .toList())
              .failedAccounts(refused(asked))
              .build();
        });
  }

  @Override
  public DisableResponse disable(Caller caller, DisableRequest input) {
    List<ResourceScanType> types = input.resourceTypes();
    Set<ScanKind> kinds =
        types == null || types.isEmpty()
            ? EnumSet.allOf(ScanKind.class)
            : ScanKindMapping.kinds(types);
    return transactions.write(
        writing -> {
          AskedAccounts asked = asked(writing, caller, input.accountIds());
          List<Account> disabled = new ArrayList<>();
          List<FailedAccount> failed = new ArrayList<>(refused(asked));
          for (Tenant tenant : asked.seen()) {
            AccountSettings after = settings.find(writing, tenant).disabling(kinds);
            if (after.enabled().isEmpty() && administers(writing, tenant)) {
              failed.add(
                  failed(
                      tenant.account().value(),
                      ErrorCode.DISASSOCIATE_ALL_MEMBERS,
                      "The account still administers others."));
            } else {
              disabled.add(
                  account(tenant, settings.change(writing, tenant, s -> s.disabling(kinds))));
            }
          }
          return DisableResponse.builder().accounts(disabled).failedAccounts(failed).build();
        });
  }

  @Override
  public BatchGetAccountStatusResponse batchGetAccountStatus(
      Caller caller, BatchGetAccountStatusRequest input) {
    return transactions.read(
        reading -> {
          AskedAccounts asked = asked(reading, caller, input.accountIds());
          return BatchGetAccountStatusResponse.builder()
              .accounts(
                  asked.seen().stream().map(t -> state(t, settings.find(reading, t))).toList())
              .failedAccounts(refused(asked))
              .build();
        });
  }

  @Override
  public BatchGetFreeTrialInfoResponse batchGetFreeTrialInfo(
      Caller caller, BatchGetFreeTrialInfoRequest input) {
    AskedAccounts asked = transactions.read(reading -> asked(reading, caller, input.accountIds()));
    return Unpriced.freeTrials(asked);
  }

  @Override
  public ListAccountPermissionsResponse listAccountPermissions(
      Caller caller, ListAccountPermissionsRequest input) {
    return Permissions.list(caller, input);
  }

  @Override
  public ListUsageTotalsResponse listUsageTotals(Caller caller, ListUsageTotalsRequest input) {
    AskedAccounts asked = transactions.read(reading -> asked(reading, caller, input.accountIds()));
    if (!asked.refused().isEmpty()) {
      throw new AccessDeniedException(AskedAccounts.REFUSAL);
    }
    return Unpriced.usage(caller, asked, input);
  }

  @Override
  public GetConfigurationResponse getConfiguration(Caller caller, GetConfigurationRequest input) {
    return transactions.read(
        reading ->
            ScanConfigurationMapping.model(
                settings.find(reading, one(reading, caller, input.accountId())).scanning()));
  }

  @Override
  public UpdateConfigurationResponse updateConfiguration(
      Caller caller, UpdateConfigurationRequest input) {
    Instant now = clock.instant();
    UnaryOperator<ScanConfiguration> change = ScanConfigurationMapping.change(input, now);
    transactions.change(
        writing ->
            settings.change(
                writing,
                one(writing, caller, input.accountId()),
                known -> known.withScanning(change.apply(known.scanning()))));
    return UpdateConfigurationResponse.builder().build();
  }

  @Override
  public GetEncryptionKeyResponse getEncryptionKey(Caller caller, GetEncryptionKeyRequest input) {
    throw new ResourceNotFoundException("No key of the account's own encrypts its code snippets.");
  }

  @Override
  public UpdateEncryptionKeyResponse updateEncryptionKey(
      Caller caller, UpdateEncryptionKeyRequest input) {
    throw new AccessDeniedException(
        "Assay has no access to AWS KMS: it cannot encrypt with " + input.kmsKeyId() + ".");
  }

  /// The default is what there is already.
  @Override
  public ResetEncryptionKeyResponse resetEncryptionKey(
      Caller caller, ResetEncryptionKeyRequest input) {
    return ResetEncryptionKeyResponse.builder().build();
  }

  private AskedAccounts asked(Reading reading, Caller caller, @Nullable List<String> named) {
    Tenant tenant = Tenants.of(caller);
    return AskedAccounts.of(tenant, visibility.accounts(reading, tenant), named);
  }

  private Tenant one(Reading reading, Caller caller, @Nullable String named) {
    AskedAccounts asked = asked(reading, caller, named == null ? null : List.of(named));
    if (asked.seen().isEmpty()) {
      throw new AccessDeniedException(AskedAccounts.REFUSAL);
    }
    return asked.seen().getFirst();
  }

  private boolean administers(Reading reading, Tenant tenant) {
    return memberships.membersOf(reading, tenant.account(), tenant.region()).stream()
        .anyMatch(Membership::associated);
  }

  private static Account account(Tenant tenant, AccountSettings now) {
    return Account.builder()
        .accountId(tenant.account().value())
        .status(ScanKindMapping.status(now.enabled()))
        .resourceStatus(ScanKindMapping.resourceStatus(now.enabled()))
        .build();
  }

  private static AccountState state(Tenant tenant, AccountSettings now) {
    return AccountState.builder()
        .accountId(tenant.account().value())
        .state(ScanKindMapping.state(ScanKindMapping.status(now.enabled())))
        .resourceState(ScanKindMapping.resourceState(now.enabled()))
        .build();
  }

  private static List<FailedAccount> refused(AskedAccounts asked) {
    return asked.refused().stream()
        .map(account -> failed(account, ErrorCode.ACCESS_DENIED, AskedAccounts.REFUSAL))
        .toList();
  }

  private static FailedAccount failed(String account, ErrorCode code, String message) {
    return FailedAccount.builder().accountId(account).errorCode(code).errorMessage(message).build();
  }
}
