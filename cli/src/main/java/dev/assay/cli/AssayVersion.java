package dev.assay.cli;

import picocli.CommandLine;

/// Assay's own version, from the jar's manifest.
final class AssayVersion implements CommandLine.IVersionProvider {
  static String text() {
    String implementation = AssayVersion.class.getPackage().getImplementationVersion();
    return implementation == null ? "development" : implementation;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"assay " + text()};
  }
}
