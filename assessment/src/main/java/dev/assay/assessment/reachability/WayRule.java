package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.model.runtime.Transport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes findings of reachable ports differ within a host: the way and the range.
///
/// @param entry the id of what the traffic comes in by
/// @param balancer the id of the load balancer it comes through; null where it comes straight
record WayRule(
    Route route,
    String entry,
    @Nullable String balancer,
    String networkInterface,
    Transport protocol,
    int first,
    int last) {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final String NONE = "-";

  static WayRule of(ReachablePorts ports) {
    ReachablePorts.Step balancer = ports.balancer();
    return new WayRule(
        ports.route(),
        ports.entry().id(),
        balancer == null ? null : balancer.id(),
        ports.networkInterface(),
        ports.protocol(),
        ports.first(),
        ports.last());
  }

  /// Reads what {@link #text} wrote.
  static WayRule parse(String text) {
    String[] parts = BLANK.split(text);
    int dash = parts[5].indexOf('-');
    return new WayRule(
        Route.valueOf(parts[0]),
        parts[1],
        parts[2].equals(NONE) ? null : parts[2],
        parts[3],
        Transport.valueOf(parts[4]),
        Integer.parseInt(parts[5].substring(0, dash)),
        Integer.parseInt(parts[5].substring(dash + 1)));
  }

  String text() {
    return String.join(
        " ",
        route.name(),
        entry,
        balancer == null ? NONE : balancer,
        networkInterface,
        protocol.name(),
        first + "-" + last);
  }

  /// The kind of way that it is.
  NetworkReport.Way way() {
    if (balancer != null) {
      return balancer.startsWith("arn:")
          ? NetworkReport.Way.APPLICATION_LOAD_BALANCER
          : NetworkReport.Way.ELASTIC_LOAD_BALANCER;
    }
    return switch (route) {
      case INTERNET -> NetworkReport.Way.INTERNET;
      case VGW -> NetworkReport.Way.VPN;
      case PEERED_VPC -> NetworkReport.Way.VPC_PEERING;
    };
  }

  /// `TCP 22 at eni-1`.
  String words() {
    return protocol
        + " "
        + (first == last ? first : first + "-" + last)
        + " at "
        + networkInterface;
  }
}
