package dev.assay.cli;

import dev.assay.agent.program.PathConverter;
import dev.assay.agentless.ssh.SshAddress;
import picocli.CommandLine;

/// Reads the name of a target: `ssh://…` is another machine, everything else a path.
final class TargetConverter implements CommandLine.ITypeConverter<Target> {
  private final PathConverter paths = new PathConverter();

  @Override
  public Target convert(String value) {
    if (!SshAddress.isMeant(value)) {
      return new DiskTarget(paths.convert(value));
    }
    try {
      return new HostTarget(value, SshAddress.parse(value));
    } catch (IllegalArgumentException malformed) {
      throw new CommandLine.TypeConversionException(malformed.getMessage());
    }
  }
}
