package dev.assay.assessment.evidence;

/// Evidence that cannot be taken; the message says where and what was expected.
public final class InvalidEvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidEvidenceException(String message) {
    super(message);
  }
}
