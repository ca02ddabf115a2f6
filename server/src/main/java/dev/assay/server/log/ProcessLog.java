package dev.assay.server.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The process's own log: a line on standard error for what an operator should know, libraries
/// only where something is wrong.
public final class ProcessLog {
  /// Kept, because a logger that nobody holds forgets its level.
  private static final Logger OURS = Logger.getLogger("dev.assay");

  private static final Logger ALL = Logger.getLogger("");

  private ProcessLog() {}

  public static void begin() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    ALL.setLevel(Level.WARNING);
    OURS.setLevel(Level.INFO);
  }
}
