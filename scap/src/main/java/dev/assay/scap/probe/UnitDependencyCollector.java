package dev.assay.scap.probe;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.systemd.Boot;
import dev.assay.scap.systemd.UnitFiles;
import java.util.List;
import java.util.function.Supplier;

/// `systemdunitdependency_object`: what units pull in, by their files.
final class UnitDependencyCollector implements ObjectCollector {
  private final Supplier<UnitFiles> files;

  UnitDependencyCollector(Supplier<UnitFiles> files) {
    this.files = files;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    UnitFiles units = files.get();
    if (!units.isThere()) {
      return Collected.none(Flag.NOT_COLLECTED, UnitPropertyCollector.NO_SYSTEMD);
    }
    List<Item> items =
        units.all().stream()
            .filter(name -> request.accepts("unit", name))
            .map(name -> item(units, name))
            .toList();
    return FileCollector.withGaps(items, units.gaps());
  }

  private static Item item(UnitFiles units, String name) {
    Item.Draft draft = Item.draft("systemdunitdependency").text("unit", name);
    Boot.dependencies(units, name).forEach(each -> draft.text("dependency", each));
    return draft.exists();
  }
}
