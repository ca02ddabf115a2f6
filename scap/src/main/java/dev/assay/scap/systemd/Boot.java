package dev.assay.scap.systemd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a unit pulls in.
public final class Boot {
  private static final String DEFAULT = "default.target";

  private Boot() {}

  /// All that the default target pulls in, and what that pulls in, masked units excepted: what a
  /// start of the host would start by its configuration.
  public static Set<String> started(UnitFiles files) {
    Set<String> started = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(DEFAULT);
    while (!open.isEmpty()) {
      String name = files.target(open.remove());
      Unit unit = files.unit(name);
      if (unit.loadState().equals("loaded") && started.add(name)) {
        open.addAll(unit.needs());
      }
    }
    return started;
  }

  /// What a unit needs, and what the targets among that need: the dependencies as OVAL lists them.
  public static Set<String> dependencies(UnitFiles files, String name) {
    Set<String> dependencies = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(files.unit(name).needs());
    while (!open.isEmpty()) {
      String next = open.remove();
      if (dependencies.add(next) && next.endsWith(".target")) {
        open.addAll(files.unit(next).needs());
      }
    }
    return dependencies;
  }
}
