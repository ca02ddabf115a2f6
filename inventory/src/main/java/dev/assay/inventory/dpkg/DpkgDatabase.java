package dev.assay.inventory.dpkg;

import dev.assay.inventory.PackageCataloguer.Sink;
import dev.assay.inventory.WholeRecords;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageState;
import java.util.ArrayList;
import java.util.List;

/// The packages of one database while its files are read one after the other.
final class DpkgDatabase {
  private static final int MOST_PACKAGES = 200_000;
  private static final DpkgStatus INSTALLED = new DpkgStatus.Present(PackageState.INSTALLED);

  private final Sink sink;
  private final List<InstalledPackage> packages = new ArrayList<>();
  private boolean full;

  DpkgDatabase(Sink sink) {
    this.sink = sink;
  }

  /// `status` itself: every stanza has a Status, and damage means that packages may be missing.
  void status(byte[] content, String path) {
    StanzaParser.Damage damage =
        StanzaParser.parse(
            WholeRecords.of(content),
            DpkgRecord.FIELDS,
            stanza -> add(DpkgRecord.of(stanza, path, null)));
    reportDamage(damage, path);
    if (WholeRecords.isCutShort(content)) {
      whole(path, WholeRecords.CUT_SHORT);
    }
  }

  /// A file of `status.d`: one package, installed unless it says otherwise.
  void statusD(byte[] content, String path) {
    reportDamage(
        StanzaParser.parse(
            content, DpkgRecord.FIELDS, stanza -> add(DpkgRecord.of(stanza, path, INSTALLED))),
        path);
  }

  /// A file of `updates`: stanzas that replace those of `status`.
  void update(byte[] content, String path) {
    reportDamage(
        StanzaParser.parse(
            content, DpkgRecord.FIELDS, stanza -> replace(DpkgRecord.of(stanza, path, null))),
        path);
  }

  /// Hands over what was read.
  void finish() {
    packages.forEach(sink::installed);
  }

  private void replace(DpkgRecord stanza) {
    switch (stanza) {
      case DpkgRecord.Installed update ->
          remove(update.installed().name(), update.installed().architecture());
      case DpkgRecord.Gone gone -> remove(gone.name(), gone.architecture());
      case DpkgRecord.Rejected rejected -> {}
    }
    add(stanza);
  }

  private void remove(String name, String architecture) {
    packages.removeIf(
        known -> known.name().equals(name) && known.architecture().equals(architecture));
  }

  private void add(DpkgRecord stanza) {
    switch (stanza) {
      case DpkgRecord.Installed found -> add(found.installed());
      case DpkgRecord.Gone gone -> {}
      case DpkgRecord.Rejected rejected -> sink.notEvaluated(rejected.gap());
    }
  }

  private void add(InstalledPackage installed) {
    if (packages.size() < MOST_PACKAGES) {
      packages.add(installed);
    } else if (!full) {
      full = true;
      sink.notEvaluated(
          new NotEvaluated(
              installed.evidence(),
              Reason.LIMIT,
              "It names more than " + MOST_PACKAGES + " packages; the rest was not read.",
              Gap.WHOLE));
    }
  }

  private void reportDamage(StanzaParser.Damage damage, String path) {
    if (damage.brokenLines() > 0) {
      whole(
          path,
          "Lines that are no part of a package record: "
              + damage.brokenLines()
              + ", the first is line "
              + damage.firstBrokenLine()
              + ".");
    }
  }

  private void whole(String path, String why) {
    sink.notEvaluated(new NotEvaluated(path, Reason.UNPARSEABLE, why, Gap.WHOLE));
  }
}
