package dev.assay.inventory.tree;

import java.io.IOException;

/// A file is longer than the reader was prepared to read.
public final class LimitExceededException extends IOException {
  private final String message;

  public LimitExceededException(long limit) {
    message = "The file is longer than the limit of " + limit + " bytes.";
  }

  @Override
  public String getMessage() {
    return message;
  }
}
