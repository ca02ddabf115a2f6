package dev.assay.inventory.os;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Identifies the operating system of a tree.
public final class OperatingSystemReader {
  private static final int LIMIT = 1 << 16;

  /// In order of trust. A distribution's own file comes before the one it keeps for programs that
  /// know only its ancestor: Oracle Linux has a redhat-release, Ubuntu a debian_version.
  private static final List<OsFile> FILES =
      List.of(
          new OsFile("etc/os-release", OsRelease::read),
          new OsFile("usr/lib/os-release", OsRelease::read),
          new OsFile("etc/lsb-release", OsRelease::readLsb),
          new OsFile("etc/oracle-release", ReleaseLine::readRedHat),
          new OsFile("etc/enterprise-release", ReleaseLine::readRedHat),
          new OsFile("etc/centos-release", ReleaseLine::readRedHat),
          new OsFile("etc/rocky-release", ReleaseLine::readRedHat),
          new OsFile("etc/almalinux-release", ReleaseLine::readRedHat),
          new OsFile("etc/fedora-release", ReleaseLine::readRedHat),
          new OsFile("etc/system-release", ReleaseLine::readRedHat),
          new OsFile("etc/redhat-release", ReleaseLine::readRedHat),
          new OsFile("etc/SuSE-release", ReleaseLine::readSuse),
          new OsFile("etc/alpine-release", ReleaseLine::readAlpine),
          new OsFile("etc/debian_version", ReleaseLine::readDebian));

  private OperatingSystemReader() {}

  /// Empty, with a `WHOLE` gap, where no file names the operating system.
  public static Optional<OperatingSystem> read(FileTree tree, Consumer<NotEvaluated> gaps) {
    for (OsFile file : FILES) {
      Optional<OperatingSystem> os =
          text(tree, file.path(), gaps)
              .flatMap(content -> file.format().read(content, file.path()));
      if (os.isPresent()) {
        return os.map(found -> complete(found, tree, gaps));
      }
    }
    gaps.accept(
        new NotEvaluated(
            "operating system",
            Reason.UNKNOWN_OS,
            "No os-release or older release file names the operating system.",
            Gap.WHOLE));
    return Optional.empty();
  }

  /// Debian before a release has no VERSION_ID; derivatives may have none for other reasons.
  private static OperatingSystem complete(
      OperatingSystem os, FileTree tree, Consumer<NotEvaluated> gaps) {
    String version = os.versionId();
    String codename = os.codename();
    if (version.isEmpty() && os.id().equals("debian")) {
      Optional<DebianVersion> debian =
          text(tree, "etc/debian_version", gaps).map(String::strip).map(DebianVersion::parse);
      version = debian.map(DebianVersion::number).orElse("");
      if (codename == null) {
        codename = debian.map(DebianVersion::codename).orElse(null);
      }
    }
    return new OperatingSystem(
        os.id(),
        version,
        codename,
        os.prettyName(),
        os.idLike(),
        os.cpeName(),
        Architecture.of(tree).orElse(null),
        os.evidence());
  }

  private static Optional<String> text(FileTree tree, String path, Consumer<NotEvaluated> gaps) {
    return tree.read(path, LIMIT)
        .orReport(Gap.PART, gaps)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
