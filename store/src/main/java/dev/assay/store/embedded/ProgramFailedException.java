package dev.assay.store.embedded;

import java.io.IOException;

/// A program of PostgreSQL ended badly; the message is its last line.
final class ProgramFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  ProgramFailedException(String program, String said) {
    super(program + ": " + said.lines().reduce((first, next) -> next).orElse("no reason given"));
  }
}
