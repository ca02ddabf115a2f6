package dev.assay.inspector.classic;

import dev.assay.assessment.classic.account.AccountSettings;
import dev.assay.awsapi.inspector.CrossAccountRolesOperations;
import dev.assay.awsapi.inspector.DescribeCrossAccountAccessRoleResponse;
import dev.assay.awsapi.inspector.RegisterCrossAccountAccessRoleRequest;
import dev.assay.awsapi.value.Caller;
import java.time.Instant;

/// The role for access to the account.
final class RoleOperations implements CrossAccountRolesOperations {
  private final AccountSettings account;

  RoleOperations(AccountSettings account) {
    this.account = account;
  }

  @Override
  public void registerCrossAccountAccessRole(
      Caller caller, RegisterCrossAccountAccessRoleRequest input) {
    Refusals.translated(() -> account.registerRole(Wire.tenant(caller), input.roleArn()));
  }

  /// Nobody has looked whether the role would do, so it is not called valid. The answer has no room
  /// for there being none: then it names none, of the beginning of time.
  @Override
  public DescribeCrossAccountAccessRoleResponse describeCrossAccountAccessRole(Caller caller) {
    return Refusals.translated(
        () ->
            account
                .role(Wire.tenant(caller))
                .map(
                    role ->
                        new DescribeCrossAccountAccessRoleResponse(
                            role.arn(), false, role.registeredAt()))
                .orElseGet(
                    () -> new DescribeCrossAccountAccessRoleResponse("", false, Instant.EPOCH)));
  }
}
