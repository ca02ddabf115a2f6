package dev.assay.feeds.download;

/// A configuration of feeds that cannot be used; the message is one line for whoever wrote it.
public final class InvalidConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidConfigurationException(String message) {
    super(message);
  }
}
