package dev.assay.inventory.runtime;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.systemd.Boot;
import dev.assay.scap.systemd.Unit;
import dev.assay.scap.systemd.UnitFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The programs of the services that systemd would start: at the start of the host, or when a
/// socket, a timer or a path that is started then wants them.
final class StartedServices {
  /// Where systemd looks for a program that is named without a directory.
  private static final List<String> SEARCHED =
      List.of("/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/");

  private static final Set<String> TRIGGERS = Set.of("socket", "timer", "path");

  private final Host host;
  private final UnitFiles units;
  private final Consumer<NotEvaluated> gaps;

  StartedServices(Host host, Consumer<NotEvaluated> gaps) {
    this.host = host;
    this.units = UnitFiles.of(host);
    this.gaps = gaps;
  }

  /// Takes a program that a service starts.
  interface Sink {
    void starts(String program, String service, boolean root);
  }

  void read(Sink sink) {
    units.gaps().forEach(why -> gaps.accept(gap("systemd", Reason.UNREADABLE, why)));
    for (String name : services()) {
      Unit service = units.unit(name);
      boolean root = root(service);
      for (String line : service.values("Service.ExecStart")) {
        program(name, line, root && !line.matches("[@:+|-]*!.*"), sink);
      }
    }
  }

  private Set<String> services() {
    Set<String> services = new TreeSet<>();
    for (String name : Boot.started(units)) {
      String kind = name.substring(name.lastIndexOf('.') + 1);
      if (kind.equals("service")) {
        services.add(name);
      } else if (TRIGGERS.contains(kind)) {
        services.add(triggered(name, kind));
      }
    }
    services.removeIf(name -> !units.unit(name).loadState().equals("loaded"));
    return services;
  }

  /// The service of the same name, of each connection one where the socket says so, if no other is
  /// named.
  private String triggered(String name, String kind) {
    Unit unit = units.unit(name);
    String bare = name.substring(0, name.length() - kind.length() - 1);
    if (kind.equals("socket")) {
      List<String> accept = unit.values("Socket.Accept");
      boolean each = !accept.isEmpty() && accept.getLast().matches("(?i)1|yes|y|true|t|on");
      return last(unit, "Socket.Service", bare + (each ? "@.service" : ".service"));
    }
    return last(unit, kind.equals("timer") ? "Timer.Unit" : "Path.Unit", bare + ".service");
  }

  private static String last(Unit unit, String key, String otherwise) {
    List<String> values = unit.values(key);
    return values.isEmpty() ? otherwise : values.getLast();
  }

  private static boolean root(Unit service) {
    String user = last(service, "Service.User", "root");
    return (user.equals("root") || user.equals("0"))
        && last(service, "Service.DynamicUser", "no").matches("(?i)0|no|n|false|f|off");
  }

  /// The first word after the characters that say how it is to be started.
  private void program(String service, String line, boolean root, Sink sink) {
    String bare = line.replaceFirst("^[@:+|!-]*", "");
    String word =
        bare.startsWith("\"") ? bare.substring(1).split("\"", 2)[0] : bare.split("\\s", 2)[0];
    if (word.isEmpty() || word.contains("%") || word.contains("$") || word.contains("\\")) {
      gaps.accept(
          gap(service, Reason.UNSUPPORTED, "Which program it starts was not worked out: " + bare));
      return;
    }
    for (String directory : word.startsWith("/") ? List.of("") : SEARCHED) {
      Optional<String> found = regular(directory + word);
      if (found.isPresent()) {
        sink.starts(found.get(), service, root);
        return;
      }
    }
  }

  /// Where a path leads, if that is a file. A program that is not there is not started.
  private Optional<String> regular(String path) {
    return switch (host.resolve(path)) {
      case Reading.Read<String>(String real)
          when host.file(real) instanceof Reading.Read<HostFile>(HostFile file)
              && file.type() == HostFile.Type.REGULAR ->
          Optional.of(real);
      case Reading.Read<String> other -> Optional.empty();
      case Reading.Absent<String> absent -> Optional.empty();
      case Reading.Unreadable<String>(String why) -> {
        gaps.accept(gap(path, Reason.UNREADABLE, why));
        yield Optional.empty();
      }
    };
  }

  private static NotEvaluated gap(String what, Reason reason, String why) {
    return new NotEvaluated(what, reason, why, Gap.PART);
  }
}
