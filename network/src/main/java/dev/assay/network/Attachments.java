package dev.assay.network;

import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.TransitAttachment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Transit gateways' attachments by what they are asked for by; of several alike, the first.
final class Attachments {
  private final Map<Key, TransitAttachment> byId = new HashMap<>();
  private final Map<Key, TransitAttachment> byVpc = new HashMap<>();

  private record Key(String gatewayId, String id) {}

  Attachments(Transit transit) {
    for (TransitAttachment each : transit.attachments()) {
      byId.putIfAbsent(new Key(each.gatewayId(), each.id()), each);
      if (each.kind() == TransitAttachment.Kind.VPC) {
        byVpc.putIfAbsent(new Key(each.gatewayId(), each.resourceId()), each);
      }
    }
  }

  /// A gateway's end of an attachment.
  Optional<TransitAttachment> attachment(String gatewayId, String id) {
    return Optional.ofNullable(byId.get(new Key(gatewayId, id)));
  }

  Optional<TransitAttachment> ofVpc(String gatewayId, String vpcId) {
    return Optional.ofNullable(byVpc.get(new Key(gatewayId, vpcId)));
  }
}
