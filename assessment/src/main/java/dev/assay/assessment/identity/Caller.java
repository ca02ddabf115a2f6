package dev.assay.assessment.identity;

/// Who signed a request: an identity, and with which of its keys.
public record Caller(Identity identity, AccessKeyId key) {
  public boolean may(Access access) {
    return identity.role().may(access);
  }
}
