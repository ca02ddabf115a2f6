package dev.assay.scap.probe;

/// What the lack of run-time state means on a host that is not running.
public enum Semantics {
  /// It is not known: what depends on it is unknown, with the reason.
  EVIDENCE,
  /// What OpenSCAP makes of it offline: kernel parameters, mounts and the environment do not exist,
  /// and other probes are not applicable.
  OPENSCAP
}
