package dev.assay.agent.program;

import picocli.CommandLine;

/// The agent's own version, from the jar's manifest.
final class AgentVersion implements CommandLine.IVersionProvider {
  static String text() {
    String implementation = AgentVersion.class.getPackage().getImplementationVersion();
    return implementation == null ? "development" : implementation;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"assay-agent " + text()};
  }
}
