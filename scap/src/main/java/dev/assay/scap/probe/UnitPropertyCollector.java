package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.systemd.Boot;
import dev.assay.scap.systemd.Unit;
import dev.assay.scap.systemd.UnitFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// `systemdunitproperty_object`: properties of units as their files give them, and whether they
/// are active: on a running host by systemd's own word, otherwise by what a start would start.
final class UnitPropertyCollector implements ObjectCollector {
  static final String NO_SYSTEMD = "The host has no unit files of systemd.";
  private static final String BY_CONFIGURATION =
      "Judged by configuration, as the host is not running: a unit counts as active if the default"
          + " target pulls it in.";
  private static final List<String> PROPERTIES =
      List.of("ActiveState", "LoadState", "UnitFileState", "Id", "FragmentPath", "Description");

  private final Host host;
  private final Supplier<UnitFiles> files;

  UnitPropertyCollector(Host host, Supplier<UnitFiles> files) {
    this.host = host;
    this.files = files;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    UnitFiles units = files.get();
    if (!units.isThere()) {
      return Collected.none(Flag.NOT_COLLECTED, NO_SYSTEMD);
    }
    List<String> properties =
        PROPERTIES.stream().filter(each -> request.accepts("property", each)).toList();
    if (properties.isEmpty()) {
      return Collected.none(
          Flag.NOT_COLLECTED, "Properties other than " + PROPERTIES + " are not collected here.");
    }
    Activity activity = new Activity(Map.of(), Set.of(), "");
    if (properties.contains("ActiveState")) {
      switch (activity(units)) {
        case Reading.Read<Activity>(Activity known) -> activity = known;
        case Reading.Absent<Activity> absent -> {
          return Collected.none(Flag.NOT_COLLECTED, "systemd does not run on this host.");
        }
        case Reading.Unreadable<Activity>(String why) -> {
          return Collected.none(Flag.NOT_COLLECTED, why);
        }
      }
    }
    List<Item> items = new ArrayList<>();
    for (String name : units.all()) {
      if (request.accepts("unit", name)) {
        for (String property : properties) {
          value(units, activity, name, property)
              .ifPresent(value -> items.add(item(name, property, value)));
        }
      }
    }
    if (!units.gaps().isEmpty()) {
      return FileCollector.withGaps(items, units.gaps());
    }
    Collected all = Collected.all(items);
    return new Collected(all.flag(), all.items(), activity.note());
  }

  /// @param states by unit, where systemd runs
  /// @param started the units that a start would start, where it does not
  private record Activity(Map<String, String> states, Set<String> started, String note) {
    String state(UnitFiles units, String name) {
      String alias = units.target(name);
      String state = states.getOrDefault(name, states.getOrDefault(alias, "inactive"));
      return started.contains(alias) ? "active" : state;
    }
  }

  private Reading<Activity> activity(UnitFiles units) {
    if (!host.isRunning()) {
      return new Reading.Read<>(new Activity(Map.of(), Boot.started(units), BY_CONFIGURATION));
    }
    return switch (host.unitStates()) {
      case Reading.Read<Map<String, String>>(Map<String, String> states) ->
          new Reading.Read<>(new Activity(states, Set.of(), ""));
      case Reading.Absent<Map<String, String>> absent -> new Reading.Absent<>();
      case Reading.Unreadable<Map<String, String>>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  private static Optional<String> value(
      UnitFiles units, Activity activity, String name, String property) {
    Unit unit = units.unit(name);
    return switch (property) {
      case "ActiveState" -> Optional.of(activity.state(units, name));
      case "LoadState" -> Optional.of(unit.loadState());
      case "UnitFileState" -> Optional.of(fileState(units, unit));
      case "Id" -> Optional.of(units.target(name));
      case "FragmentPath" -> unit.masked() ? Optional.empty() : Optional.of(unit.file());
      default -> unit.values("Unit.Description").stream().reduce((first, last) -> last);
    };
  }

  private static String fileState(UnitFiles units, Unit unit) {
    if (unit.masked()) {
      return unit.file().startsWith("/run/") ? "masked-runtime" : "masked";
    }
    if (units.isEnabled(unit.name())) {
      return "enabled";
    }
    if (unit.alias()) {
      return units.isEnabled(units.target(unit.name())) ? "enabled" : "alias";
    }
    if (unit.file().startsWith("/run/systemd/generator")) {
      return "generated";
    }
    return unit.isInstallable() ? "disabled" : "static";
  }

  private static Item item(String name, String property, String value) {
    return Item.draft("systemdunitproperty")
        .text("unit", name)
        .text("property", property)
        .text("value", value)
        .exists();
  }
}
