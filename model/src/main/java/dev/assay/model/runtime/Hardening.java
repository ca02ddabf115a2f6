package dev.assay.model.runtime;

/// How the headers and symbols of an ELF file say that it was built.
///
/// @param positionIndependent an executable that may lie anywhere in memory, or a library
public record Hardening(
    StackCookies stackCookies,
    ExecutableStack executableStack,
    Relocations relocations,
    boolean positionIndependent) {

  /// Whether a function's return address is guarded.
  public enum StackCookies {
    PRESENT,
    /// Its symbols were read and none is the guard's.
    ABSENT,
    /// Its symbols cannot tell: it is linked statically and stripped, or written in a language
    /// that checks bounds by itself.
    UNKNOWN
  }

  /// Whether the kernel is asked for a stack that can be executed: the header `PT_GNU_STACK`.
  public enum ExecutableStack {
    REFUSED,
    REQUESTED,
    /// There is no such header, and the kernel decides by the machine's kind.
    UNSTATED
  }

  /// Whether the tables of the dynamic linker are made read-only.
  public enum Relocations {
    NONE,
    PARTIAL,
    FULL
  }
}
