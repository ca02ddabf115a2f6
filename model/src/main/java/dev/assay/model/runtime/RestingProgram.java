package dev.assay.model.runtime;

import java.util.List;

/// A program of a host that was looked at while it did not run: what would run there, or may be
/// started with other rights than those of who starts it.
///
/// @param startedBy names of the services that a start of the host would start with it, sorted
/// @param setUserId whether it takes its owner's rights, whoever starts it
/// @param root whether it would run as user number 0
public record RestingProgram(String path, List<String> startedBy, boolean setUserId, boolean root) {
  public RestingProgram {
    startedBy = List.copyOf(startedBy);
  }
}
