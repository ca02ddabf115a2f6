package dev.assay.agentless.ssh;

import java.io.IOException;

/// A machine could not be reached or does not let us in; the message is a sentence that says why.
public final class UnreachedException extends IOException {
  UnreachedException(String why) {
    super(why);
  }

  UnreachedException(String why, Throwable cause) {
    super(why, cause);
  }
}
