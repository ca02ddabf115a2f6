package dev.assay.assessment.classic.host;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A host with what is known of its state.
///
/// @param agent null where none is on it: its evidence comes in by other ways
public record AssessedHost(Resource resource, HostEvidence evidence, @Nullable Agent agent) {
  private static final int LONGEST_IPV4 = 15;

  /// What Classic calls an agent's id: with AWS the instance's, here the resource's.
  public String id() {
    return resource.key().id();
  }

  public ResourceDetails.Host details() {
    return resource.details() instanceof ResourceDetails.Host host
        ? host
        : ResourceDetails.Host.unknown();
  }

  /// The addresses that Classic has room for.
  public List<String> ipv4Addresses() {
    return details().addresses().stream()
        .filter(address -> address.length() <= LONGEST_IPV4 && address.indexOf(':') < 0)
        .toList();
  }

  /// The name of a group of hosts that AWS starts and stops by itself; its tag tells.
  public @Nullable String autoScalingGroup() {
    return resource.tags().get("aws:autoscaling:groupName");
  }

  public boolean isWindows() {
    String platform = details().platform();
    return platform != null && platform.toUpperCase(Locale.ROOT).contains("WINDOWS");
  }
}
