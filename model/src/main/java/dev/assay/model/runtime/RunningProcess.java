package dev.assay.model.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process with the files it runs. Threads of the kernel are none.
///
/// @param name the short one that the kernel keeps, at most 15 characters
/// @param executable its path; null where this could not be seen
/// @param root whether its effective user is number 0
/// @param libraries paths of the other files that it has mapped for execution, sorted; kept of
///     processes of root only
/// @param replaced paths of executable files that it still runs though they were deleted or
///     replaced, sorted
public record RunningProcess(
    int id,
    String name,
    @Nullable String executable,
    boolean root,
    List<String> libraries,
    List<String> replaced) {
  public RunningProcess {
    libraries = List.copyOf(libraries);
    replaced = List.copyOf(replaced);
  }
}
