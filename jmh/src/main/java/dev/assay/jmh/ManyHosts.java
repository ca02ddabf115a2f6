package dev.assay.jmh;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Hosts of a fleet: each has all but ten of the same 510 packages, and other ones are left out in
/// each version of it.
final class ManyHosts {
  private static final int PACKAGES = 510;
  private static final int LEFT_OUT = 10;

  private final Inventory pattern;
  private final List<InstalledPackage> packages;

  ManyHosts(Inventory pattern) {
    this.pattern = pattern;
    List<InstalledPackage> shuffled = new ArrayList<>(pattern.packages());
    Collections.shuffle(shuffled, new Random(1));
    this.packages = shuffled.subList(0, Math.min(PACKAGES, shuffled.size()));
  }

  /// The inventory of a host.
  Inventory inventory(int host, int version) {
    Random random = new Random(host * 1_000L + version);
    List<InstalledPackage> installed = new ArrayList<>(packages);
    for (int i = 0; i < LEFT_OUT; i++) {
      installed.remove(random.nextInt(installed.size()));
    }
    return new Inventory(
        "host-" + host,
        pattern.os(),
        new Kernel.NotRunning(),
        installed,
        Set.of(),
        pattern.repositories(),
        Set.of(),
        List.of());
  }

  /// Its inventory as `assay scan --submit` sends it.
  String document(int host, int version) {
    Inventory inventory = inventory(host, version);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportFormat.JSON
          .inventoryWriter(TableStyle.plain())
          .orElseThrow()
          .write(new InventoryReport("measured", Instant.EPOCH, List.of(inventory)), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
