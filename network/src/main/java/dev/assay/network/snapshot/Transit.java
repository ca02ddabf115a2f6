package dev.assay.network.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transit gateways with what is attached to them.
///
/// @param tables their route tables, whose targets are attachments; one whose routes were not read
///     is not among them
public record Transit(
    Map<String, TransitGateway> gateways,
    List<TransitAttachment> attachments,
    Map<String, RouteTable> tables) {
  public static final Transit NONE = new Transit(Map.of(), List.of(), Map.of());

  public Transit {
    attachments = List.copyOf(attachments);
  }

  /// A gateway's end of an attachment.
  public Optional<TransitAttachment> attachment(String gatewayId, String id) {
    return attachments.stream()
        .filter(each -> each.gatewayId().equals(gatewayId) && each.id().equals(id))
        .findFirst();
  }
}
