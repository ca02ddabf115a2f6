package dev.assay.inventory.dpkg;

import dev.assay.inventory.PackageCataloguer;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.List;
import java.util.Optional;

/// Reads dpkg's database: `status`, the updates dpkg has not merged into it yet, and the
/// `status.d` of images built without dpkg, where each package has a file.
public final class DpkgCataloguer implements PackageCataloguer {
  private static final String STATUS = "var/lib/dpkg/status";
  private static final String UPDATES = "var/lib/dpkg/updates";
  private static final String STATUS_D = "var/lib/dpkg/status.d";
  private static final int STATUS_LIMIT = 1 << 26;
  private static final int RECORD_LIMIT = 1 << 22;

  @Override
  public String name() {
    return "dpkg";
  }

  @Override
  public boolean present(FileTree tree) {
    return !(tree.lstat(STATUS) instanceof Lookup.Absent)
        || !(tree.lstat(STATUS_D) instanceof Lookup.Absent);
  }

  @Override
  public void read(FileTree tree, Sink sink) {
    DpkgDatabase database = new DpkgDatabase(sink);
    Lookup<byte[]> status = tree.read(STATUS, STATUS_LIMIT);
    if (status instanceof Lookup.Absent && tree.list(STATUS_D) instanceof Lookup.Absent) {
      sink.notEvaluated(gone());
    }
    status
        .orReport(Gap.WHOLE, sink::notEvaluated)
        .ifPresent(content -> database.status(content, STATUS));
    for (String path : files(tree, UPDATES, sink)) {
      if (isUpdate(path)) {
        record(tree, path, sink).ifPresent(content -> database.update(content, path));
      }
    }
    for (String path : files(tree, STATUS_D, sink)) {
      if (!path.endsWith(".md5sums")) {
        record(tree, path, sink).ifPresent(content -> database.statusD(content, path));
      }
    }
    database.finish();
  }

  /// It was there a moment ago, or is a link to nothing.
  private static NotEvaluated gone() {
    return new NotEvaluated(
        STATUS,
        Reason.UNREADABLE,
        "It vanished, or is a link to a file that is not there.",
        Gap.WHOLE);
  }

  /// dpkg names them by number; other files there are being written.
  private static boolean isUpdate(String path) {
    return path.substring(UPDATES.length() + 1).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<String> files(FileTree tree, String directory, Sink sink) {
    return tree.list(directory)
        .orReport(Gap.WHOLE, sink::notEvaluated)
        .map(names -> names.stream().map(name -> directory + "/" + name).toList())
        .orElse(List.of());
  }

  private static Optional<byte[]> record(FileTree tree, String path, Sink sink) {
    Lookup<byte[]> content = tree.read(path, RECORD_LIMIT);
    if (content instanceof Lookup.Absent) {
      sink.notEvaluated(
          new NotEvaluated(
              path, Reason.UNREADABLE, "It vanished while it was being read.", Gap.PART));
    }
    return content.orReport(Gap.PART, sink::notEvaluated);
  }
}
