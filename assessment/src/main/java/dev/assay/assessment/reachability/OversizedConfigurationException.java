package dev.assay.assessment.reachability;

/// A configuration is too large to be kept.
public final class OversizedConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OversizedConfigurationException(long size, long most) {
    super(
        "Its files have "
            + size
            + " bytes when compressed, more than the "
            + most
            + " that are kept of one network: hand it in as several networks");
  }
}
