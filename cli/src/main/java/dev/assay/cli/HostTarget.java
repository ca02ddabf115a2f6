package dev.assay.cli;

import dev.assay.agentless.ssh.SshAddress;

/// A machine, or a directory of it.
record HostTarget(String name, SshAddress address) implements Target {}
