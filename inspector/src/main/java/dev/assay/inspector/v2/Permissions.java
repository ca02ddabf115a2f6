package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.ListAccountPermissionsRequest;
import dev.assay.awsapi.inspector2.ListAccountPermissionsResponse;
import dev.assay.awsapi.inspector2.Operation;
import dev.assay.awsapi.inspector2.Permission;
import dev.assay.awsapi.inspector2.Service;
import dev.assay.awsapi.value.Caller;
import java.util.List;

/// What an account may switch for itself. That is everything: no organization's policy stands above
/// an account here.
final class Permissions {
  private static final List<Permission> ALL =
      List.of(
          permission(Service.EC2, Operation.ENABLE_SCANNING),
          permission(Service.EC2, Operation.DISABLE_SCANNING),
          permission(Service.ECR, Operation.ENABLE_SCANNING),
          permission(Service.ECR, Operation.DISABLE_SCANNING),
          permission(Service.ECR, Operation.ENABLE_REPOSITORY),
          permission(Service.ECR, Operation.DISABLE_REPOSITORY),
          permission(Service.LAMBDA, Operation.ENABLE_SCANNING),
          permission(Service.LAMBDA, Operation.DISABLE_SCANNING));

  private Permissions() {}

  static ListAccountPermissionsResponse list(Caller caller, ListAccountPermissionsRequest input) {
    Service service = input.service();
    List<Permission> asked =
        ALL.stream()
            .filter(permission -> service == null || permission.service().equals(service))
            .toList();
    KeyedPage<Permission> page =
        KeyedPage.of(
            asked,
            Permissions::key,
            Problems.tokens(caller, "ListAccountPermissions", service),
            input.nextToken(),
            input.maxResults());
    return ListAccountPermissionsResponse.builder()
        .permissions(page.items())
        .nextToken(page.next())
        .build();
  }

  private static String key(Permission permission) {
    return ALL.indexOf(permission) + "";
  }

  private static Permission permission(Service service, Operation operation) {
    return Permission.builder().service(service).operation(operation).build();
  }
}
