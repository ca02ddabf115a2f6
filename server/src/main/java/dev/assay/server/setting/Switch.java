package dev.assay.server.setting;

/// A setting that is one or the other.
public enum Switch {
  ON,
  OFF
}
