package dev.assay.inspector.v2;

import dev.assay.assessment.account.ScanKind;
import dev.assay.awsapi.inspector2.AutoEnable;
import dev.assay.awsapi.inspector2.ErrorCode;
import dev.assay.awsapi.inspector2.ResourceScanType;
import dev.assay.awsapi.inspector2.ResourceState;
import dev.assay.awsapi.inspector2.ResourceStatus;
import dev.assay.awsapi.inspector2.State;
import dev.assay.awsapi.inspector2.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds that are scanned, in the model's shapes.
final class ScanKindMapping {
  /// The model requires an error beside every state: this is none.
  private static final ErrorCode NO_ERROR = ErrorCode.of("");

  private ScanKindMapping() {}

  static Set<ScanKind> kinds(List<ResourceScanType> types) {
    EnumSet<ScanKind> kinds = EnumSet.noneOf(ScanKind.class);
    for (ResourceScanType type : types) {
      try {
        kinds.add(ScanKind.valueOf(type.value()));
      } catch (IllegalArgumentException unknown) {
        throw Problems.invalid("resourceTypes", "nothing here scans '" + type.value() + "'");
      }
    }
    return kinds;
  }

  static Set<ScanKind> kinds(AutoEnable input) {
    EnumSet<ScanKind> kinds = EnumSet.noneOf(ScanKind.class);
    add(kinds, ScanKind.EC2, input.ec2());
    add(kinds, ScanKind.ECR, input.ecr());
    add(kinds, ScanKind.LAMBDA, input.lambda());
    add(kinds, ScanKind.LAMBDA_CODE, input.lambdaCode());
    add(kinds, ScanKind.CODE_REPOSITORY, input.codeRepository());
    return kinds;
  }

  static AutoEnable autoEnable(Set<ScanKind> kinds) {
    return AutoEnable.builder()
        .ec2(kinds.contains(ScanKind.EC2))
        .ecr(kinds.contains(ScanKind.ECR))
        .lambda(kinds.contains(ScanKind.LAMBDA))
        .lambdaCode(kinds.contains(ScanKind.LAMBDA_CODE))
        .codeRepository(kinds.contains(ScanKind.CODE_REPOSITORY))
        .build();
  }

  static Status status(Set<ScanKind> enabled) {
    return enabled.isEmpty() ? Status.DISABLED : Status.ENABLED;
  }

  static ResourceStatus resourceStatus(Set<ScanKind> enabled) {
    return ResourceStatus.builder()
        .ec2(status(enabled, ScanKind.EC2))
        .ecr(status(enabled, ScanKind.ECR))
        .lambda(status(enabled, ScanKind.LAMBDA))
        .lambdaCode(status(enabled, ScanKind.LAMBDA_CODE))
        .codeRepository(status(enabled, ScanKind.CODE_REPOSITORY))
        .build();
  }

  static State state(Status status) {
    return State.builder().status(status).errorCode(NO_ERROR).errorMessage("").build();
  }

  static ResourceState resourceState(Set<ScanKind> enabled) {
    return ResourceState.builder()
        .ec2(state(status(enabled, ScanKind.EC2)))
        .ecr(state(status(enabled, ScanKind.ECR)))
        .lambda(state(status(enabled, ScanKind.LAMBDA)))
        .lambdaCode(state(status(enabled, ScanKind.LAMBDA_CODE)))
        .codeRepository(state(status(enabled, ScanKind.CODE_REPOSITORY)))
        .build();
  }

  private static Status status(Set<ScanKind> enabled, ScanKind kind) {
    return enabled.contains(kind) ? Status.ENABLED : Status.DISABLED;
  }

  private static void add(Set<ScanKind> kinds, ScanKind kind, @Nullable Boolean wanted) {
    if (Boolean.TRUE.equals(wanted)) {
      kinds.add(kind);
    }
  }
}
