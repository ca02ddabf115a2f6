package dev.assay.inventory.apk;

import dev.assay.inventory.PackageCataloguer;
import dev.assay.inventory.WholeRecords;
import dev.assay.inventory.apk.ApkRecords.ApkRecord;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads apk's installed database. A package's source (`o`, its origin) always has the version of
/// the package itself.
public final class ApkCataloguer implements PackageCataloguer {
  private static final List<String> PLACES =
      List.of("lib/apk/db/installed", "usr/lib/apk/db/installed");
  private static final int LIMIT = 1 << 27;

  @Override
  public String name() {
    return "apk";
  }

  @Override
  public boolean present(FileTree tree) {
    return PLACES.stream().anyMatch(place -> !(tree.lstat(place) instanceof Lookup.Absent));
  }

  @Override
  public void read(FileTree tree, Sink sink) {
    boolean none = true;
    for (String path : databases(tree)) {
      Lookup<byte[]> database = tree.read(path, LIMIT);
      none &= database instanceof Lookup.Absent;
      database
          .orReport(Gap.WHOLE, sink::notEvaluated)
          .ifPresent(content -> read(content, path, sink));
    }
    if (none) {
      sink.notEvaluated(
          new NotEvaluated(
              PLACES.getFirst(),
              Reason.UNREADABLE,
              "It vanished, or is a link to a file that is not there.",
              Gap.WHOLE));
    }
  }

  /// The places that are different files: where `lib` is a link to `usr/lib` there is only one.
  static Set<String> databases(FileTree tree) {
    Set<String> different = new LinkedHashSet<>();
    Set<String> resolved = new LinkedHashSet<>();
    for (String place : PLACES) {
      String target =
          tree.resolve(place) instanceof Lookup.Found<String> found ? found.value() : place;
      if (resolved.add(target)) {
        different.add(place);
      }
    }
    return different;
  }

  private static void read(byte[] content, String path, Sink sink) {
    ApkRecords.Damage damage =
        ApkRecords.parse(WholeRecords.of(content), "PVAomL", apk -> add(apk, path, sink));
    if (damage.brokenLines() > 0) {
      sink.notEvaluated(
          corrupt(
              path,
              "Lines that are no part of a package record: "
                  + damage.brokenLines()
                  + ", the first is line "
                  + damage.firstBrokenLine()
                  + "."));
    }
    if (WholeRecords.isCutShort(content)) {
      sink.notEvaluated(corrupt(path, WholeRecords.CUT_SHORT));
    }
  }

  private static void add(ApkRecord apk, String path, Sink sink) {
    String name = apk.field('P');
    String version = apk.field('V');
    if (!isPlain(name) || !isPlain(version)) {
      sink.notEvaluated(
          new NotEvaluated(
              isPlain(name) ? name : "the record at line " + apk.line(),
              Reason.UNPARSEABLE,
              "Its record in " + path + ", line " + apk.line() + ", has no valid name or version.",
              Gap.PART));
      return;
    }
    String origin = apk.field('o');
    sink.installed(
        new InstalledPackage(
            PackageType.APK,
            name,
            version,
            apk.field('A'),
            PackageState.INSTALLED,
            isPlain(origin) ? origin : name,
            version,
            null,
            null,
            orNull(apk.field('m')),
            orNull(apk.field('L')),
            path));
  }

  private static NotEvaluated corrupt(String path, String why) {
    return new NotEvaluated(path, Reason.UNPARSEABLE, why, Gap.WHOLE);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  /// Whether the text is printable ASCII without blanks.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
