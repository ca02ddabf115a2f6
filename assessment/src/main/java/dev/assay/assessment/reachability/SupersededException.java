package dev.assay.assessment.reachability;

/// While a snapshot was taken in, a later one of the same network came: the later one counts.
public final class SupersededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SupersededException(String network) {
    super("While this snapshot of '" + network + "' was taken in, a later one of it came");
  }
}
