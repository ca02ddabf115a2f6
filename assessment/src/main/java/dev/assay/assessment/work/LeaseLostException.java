package dev.assay.assessment.work;

/// The work was given to another node, because this one did not extend its lease in time. What was
/// done under the lease must not be committed; the other node does it.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(Lease lease) {
    super("the lease of " + lease.work().queue() + "/" + lease.work().key() + " is lost");
  }
}
