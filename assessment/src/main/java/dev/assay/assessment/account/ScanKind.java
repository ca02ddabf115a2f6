package dev.assay.assessment.account;

/// A kind of resource whose scanning is enabled and disabled by itself.
public enum ScanKind {
  EC2,
  ECR,
  LAMBDA,
  LAMBDA_CODE,
  CODE_REPOSITORY
}
