package dev.assay.assessment.finding;

import dev.assay.model.Severity;
import dev.assay.model.runtime.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A range of a host's ports that can be reached from outside its network, and the way there.
///
/// @param entry what the traffic comes in by: a gateway, a peering connection
/// @param balancer the load balancer it comes through; null where it comes straight
/// @param networkInterface the host's interface that it arrives at
/// @param sources the addresses it can come from, in words
/// @param path the components from the entry to the host, each in the order that packets meet it
/// @param services what is expected behind ports of the range
/// @param remediation what closes it, in words; empty where only a change elsewhere does
public record ReachablePorts(
    Route route,
    Step entry,
    @Nullable Step balancer,
    String networkInterface,
    @Nullable String vpcId,
    Transport protocol,
    int first,
    int last,
    String sources,
    List<Step> path,
    List<ExpectedService> services,
    Severity severity,
    List<String> remediation) {
  public ReachablePorts {
    path = List.copyOf(path);
    services = List.copyOf(services);
    remediation = List.copyOf(remediation);
  }

  /// Where the traffic comes from.
  public enum Route {
    INTERNET,
    PEERED_VPC,
    VGW
  }

  /// A component on the way.
  ///
  /// @param type as CloudFormation writes it
  /// @param arn null where the component has none of its own
  public record Step(String id, String type, @Nullable String arn) {}

  /// A service that is known by its port.
  ///
  /// @param severity how bad it is that this port is open this way
  public record ExpectedService(String name, int port, Severity severity) {}

  /// `22`, `8000-8080`.
  public String ports() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
