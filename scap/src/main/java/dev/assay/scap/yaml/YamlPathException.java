package dev.assay.scap.yaml;

import java.io.Serial;

/// A path, a document, or what the one selects of the other, is not as it must be.
public final class YamlPathException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /// @param message a sentence for a person
  public YamlPathException(String message) {
    super(message);
  }
}
