package dev.assay.model.runtime;

import org.jspecify.annotations.Nullable;

/// An executable or a library that a process runs.
///
/// @param owner the package it belongs to; null where it belongs to none, or none was found
/// @param writers who may change it; null where that could not be seen
/// @param hardening how it was built; null where it could not be read or is no ELF file
public record ProgramFile(
    String path,
    @Nullable OwningPackage owner,
    @Nullable Writers writers,
    @Nullable Hardening hardening) {

  /// A package by its name and version; the version is empty where it is not known.
  public record OwningPackage(String name, String version) {}

  /// Who, apart from root, may write to the file, or to a directory on its path and so put another
  /// file in its place.
  ///
  /// @param owner whether an owner of them is somebody else than root
  /// @param group whether members of a group may that is not root's
  /// @param everybody whether anybody may
  public record Writers(boolean owner, boolean group, boolean everybody) {
    public boolean isAny() {
      return owner || group || everybody;
    }
  }
}
