package dev.assay.assessment.host;

/// One thing that tells a machine from others.
public record HostTrait(Kind kind, String value) {

  /// The kinds of traits, the most telling first.
  public enum Kind {
    /// A hash of the operating system's own id of this installation.
    MACHINE_ID,
    /// `i-…` of EC2.
    INSTANCE_ID,
    /// What the machine calls itself, which others may call themselves too.
    HOST_NAME
  }
}
