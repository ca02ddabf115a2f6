package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;

/// `runlevel_object`: which scripts of System V's init start or are killed at which level.
final class RunlevelCollector implements ObjectCollector {
  private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4", "5", "6");
  private static final List<String> PARENTS = List.of("/etc", "/etc/rc.d");

  private final Host host;

  RunlevelCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    for (String parent : PARENTS) {
      if (host.names(parent + "/rc0.d") instanceof Reading.Read<List<String>>
          && host.names(parent + "/init.d") instanceof Reading.Read<List<String>>(var services)) {
        return of(parent, services, request);
      }
    }
    return Collected.none(Flag.ERROR, "The host has no directories of System V's init.");
  }

  private Collected of(String parent, List<String> services, CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (String level : LEVELS) {
      if (!request.accepts("runlevel", level)) {
        continue;
      }
      String directory = parent + "/rc" + level + ".d";
      switch (host.names(directory)) {
        case Reading.Read<List<String>>(List<String> links) ->
            services.stream()
                .filter(service -> request.accepts("service_name", service))
                .map(service -> item(service, level, links))
                .forEach(items::add);
        case Reading.Absent<List<String>> absent -> {}
        case Reading.Unreadable<List<String>>(String why) -> gaps.add(directory + ": " + why);
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private static Item item(String service, String level, List<String> links) {
    return Item.draft("runlevel")
        .text("service_name", service)
        .text("runlevel", level)
        .bool(
            "start",
            links.stream()
                .anyMatch(link -> link.matches("S[0-9]{2}.*") && link.substring(3).equals(service)))
        .bool(
            "kill",
            links.stream()
                .anyMatch(link -> link.matches("K[0-9]{2}.*") && link.substring(3).equals(service)))
        .exists();
  }
}
