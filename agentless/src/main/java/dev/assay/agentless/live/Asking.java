package dev.assay.agentless.live;

import java.io.IOException;

/// A way of asking a machine.
public interface Asking {
  /// Asks.
  ///
  /// @param input what the command reads; no part of any command line
  /// @throws IOException if the machine cannot be asked
  Answer ask(Question question, String input) throws IOException;

  /// What a command wrote. Of the processes some end while it looks at them, so that it ends with
  /// complaints even where all is well.
  ///
  /// @param output one character for each byte
  /// @param complaint the first line of what it had to complain of; empty for none
  record Answer(String output, String complaint) {}
}
