package dev.assay.assessment.provenance;

/// A way by which evidence comes.
public enum Way {
  /// The host's own agent, which its key proves.
  AGENT,
  /// A program that was run on the host.
  LOCAL,
  /// A program elsewhere that reached the host over SSH.
  SSH,
  /// Its files, while it did not run or was not looked at: a mounted disk, a chroot.
  FILES,
  /// A bill of materials.
  DOCUMENT,
  /// The configuration of the network that it is in.
  CONFIGURATION
}
