package dev.assay.network.snapshot;

import java.util.List;

/// A VPC endpoint.
///
/// @param interfaces of an interface endpoint, by id: they answer while it is available
public record VpcEndpoint(String id, Kind kind, boolean available, List<String> interfaces) {
  public VpcEndpoint {
    interfaces = List.copyOf(interfaces);
  }

  /// `GATEWAY` is a route to a service; `OTHER`, such as one to a Gateway Load Balancer, may hand
  /// packets on, and is not modelled.
  public enum Kind {
    INTERFACE,
    GATEWAY,
    OTHER
  }
}
