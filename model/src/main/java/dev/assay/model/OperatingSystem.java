package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operating system as it names itself (os-release(5), or the older files).
///
/// @param id `debian`, `rhel`, `amzn` …
/// @param versionId `12`, `8.4`, `2023`; empty for a rolling or unnamed release
/// @param codename `bookworm`; null where none
/// @param idLike the ids it says it derives from, nearest first
/// @param architecture `x86_64`, `aarch64` … as the kernel names them; null where unknown
/// @param evidence the file it was read from
public record OperatingSystem(
    String id,
    String versionId,
    @Nullable String codename,
    String prettyName,
    List<String> idLike,
    @Nullable String cpeName,
    @Nullable String architecture,
    String evidence) {
  public OperatingSystem {
    idLike = List.copyOf(idLike);
  }
}
