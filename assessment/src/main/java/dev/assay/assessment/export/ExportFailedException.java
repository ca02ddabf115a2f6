package dev.assay.assessment.export;

/// An export cannot succeed, however often it is tried; the message is for who asked for it.
public final class ExportFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExportProblem problem;

  public ExportFailedException(ExportProblem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public ExportProblem problem() {
    return problem;
  }
}
