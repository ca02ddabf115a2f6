package dev.assay.assessment.query;

/// A page was asked for with a token that this question never gave.
public final class InvalidPageTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidPageTokenException() {
    super("The token does not belong to this question: ask again from the first page");
  }
}
