package dev.assay.assessment.identity;

import java.util.Set;

/// What an identity is for; it decides which operations it may call.
public enum Role {
  /// Everything.
  ADMINISTRATOR,
  /// Sees everything and changes nothing.
  AUDITOR,
  /// A build pipeline: hands in evidence and has documents assessed. It sees no findings but those
  /// of what it sent.
  SCANNER,
  /// An agent on a host: hands in evidence of it and reports benchmark sessions.
  AGENT,
  /// A token that lets agents in, and can do nothing else.
  ENROLLMENT;

  public boolean may(Access access) {
    return accesses().contains(access);
  }

  private Set<Access> accesses() {
    return switch (this) {
      case ADMINISTRATOR -> Set.of(Access.values());
      case AUDITOR -> Set.of(Access.READ, Access.AUDIT);
      case SCANNER -> Set.of(Access.SUBMIT, Access.SCAN);
      case AGENT -> Set.of(Access.SUBMIT, Access.SESSION, Access.OWN_KEY);
      case ENROLLMENT -> Set.of(Access.ENROLL);
    };
  }
}
