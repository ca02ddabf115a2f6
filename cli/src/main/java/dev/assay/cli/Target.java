package dev.assay.cli;

/// What is to be read: something on this machine's disks, or another machine.
sealed interface Target permits DiskTarget, HostTarget {

  /// As the user named it, as far as a path keeps that.
  String name();
}
