package dev.assay.cli;

import dev.assay.agentless.ssh.SshAddress;
import java.nio.file.Path;

/// What is to be read: something on this machine's disks, or another machine.
sealed interface Target {

  /// As the user named it, as far as a path keeps that.
  String name();

  /// A directory or a file.
  record OnDisk(Path path) implements Target {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /// A machine, or a directory of it.
  record OverSsh(String name, SshAddress address) implements Target {}
}
