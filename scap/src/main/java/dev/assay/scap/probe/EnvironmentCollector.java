package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.procfs.Processes;
import java.util.ArrayList;
import java.util.List;

/// `environmentvariable58_object`: variables of processes; without a pid those of this one.
final class EnvironmentCollector implements ObjectCollector {
  private final Host host;

  EnvironmentCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    if (request.has("pid")) {
      for (String pid : Processes.ids(host)) {
        if (request.accepts("pid", pid)) {
          of(pid, request, items, gaps);
        }
      }
    } else if (host.resolve("/proc/self") instanceof Reading.Read<String>(String self)) {
      of(self.substring(self.lastIndexOf('/') + 1), request, items, gaps);
    } else {
      gaps.add("/proc/self cannot be read.");
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void of(String pid, CollectionRequest request, List<Item> items, List<String> gaps) {
    String file = "/proc/" + pid + "/environ";
    switch (host.content(file)) {
      case Reading.Read<byte[]>(byte[] bytes) -> {
        for (String variable : TextFileContentCollector.decode(bytes).split("\0")) {
          int equals = variable.indexOf('=');
          if (equals > 0 && request.accepts("name", variable.substring(0, equals))) {
            items.add(
                Item.draft("environmentvariable58")
                    .typed("pid", "int", pid)
                    .text("name", variable.substring(0, equals))
                    .text("value", variable.substring(equals + 1))
                    .exists());
          }
        }
      }
      case Reading.Absent<byte[]> absent -> {}
      case Reading.Unreadable<byte[]>(String why) -> gaps.add(file + ": " + why);
    }
  }
}
