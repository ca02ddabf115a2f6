package dev.assay.scap.probe;

import dev.assay.scap.host.DebPackage;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmPackage;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// `dpkginfo_object` and `rpminfo_object`: installed packages.
final class PackageCollector<P> implements ObjectCollector {
  private final Supplier<Reading<List<P>>> packages;
  private final Function<P, String> name;
  private final Function<P, Item> item;

  private PackageCollector(
      Supplier<Reading<List<P>>> packages, Function<P, String> name, Function<P, Item> item) {
    this.packages = packages;
    this.name = name;
    this.item = item;
  }

  static ObjectCollector debs(Host host) {
    return new PackageCollector<>(host::debs, DebPackage::name, PackageCollector::deb);
  }

  static ObjectCollector rpms(Host host) {
    return new PackageCollector<>(host::rpms, RpmPackage::name, PackageCollector::rpm);
  }

  @Override
  public Collected collect(CollectionRequest request) {
    return switch (packages.get()) {
      case Reading.Read<List<P>>(List<P> all) ->
          Collected.all(
              all.stream()
                  .filter(each -> request.accepts("name", name.apply(each)))
                  .map(item)
                  .toList());
      case Reading.Absent<List<P>> absent -> Collected.all(List.of());
      case Reading.Unreadable<List<P>>(String why) -> Collected.none(Flag.ERROR, why);
    };
  }

  private static Item deb(DebPackage deb) {
    Item.Draft draft =
        Item.draft("dpkginfo")
            .text("name", deb.name())
            .text("arch", deb.architecture())
            .text("epoch", deb.epoch().isEmpty() ? "0" : deb.epoch());
    if (!deb.release().isEmpty()) {
      draft.text("release", deb.release());
    }
    return draft
        .text("version", deb.version())
        .typed("evr", "debian_evr_string", deb.evr())
        .exists();
  }

  private static Item rpm(RpmPackage rpm) {
    Item.Draft draft =
        Item.draft("rpminfo")
            .text("name", rpm.name())
            .text("arch", rpm.architecture())
            .text("epoch", rpm.epoch())
            .text("release", rpm.release())
            .text("version", rpm.version())
            .typed("evr", "evr_string", rpm.evr());
    return rpm.signatureKey().isEmpty()
        ? draft.notCollected("signature_keyid").exists()
        : draft.text("signature_keyid", rpm.signatureKey()).exists();
  }
}
