package dev.assay.agent.state;

import org.jspecify.annotations.Nullable;

/// What tells this machine from one that was cloned from the same image.
///
/// @param machineId a hash of the operating system's id of this installation
/// @param productId a hash of the id that the (virtual) hardware has; null where it may not be read
/// @param instanceId `i-…` of EC2; null anywhere else
public record MachineIdentity(
    String machineId, @Nullable String productId, @Nullable String instanceId) {

  /// Whether nothing that is known of both differs.
  public boolean isSameAs(MachineIdentity other) {
    return machineId.equals(other.machineId)
        && agree(productId, other.productId)
        && agree(instanceId, other.instanceId);
  }

  private static boolean agree(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }
}
