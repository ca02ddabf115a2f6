package dev.assay.inventory.rpm;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a database hands over, for a test to look at.
final class CollectedHeaders implements HeaderDatabase.Sink {
  final Map<Long, byte[]> headers = new LinkedHashMap<>();
  final List<String> losses = new ArrayList<>();

  static CollectedHeaders from(HeaderDatabase database) throws IOException {
    CollectedHeaders collected = new CollectedHeaders();
    try {
      database.read(collected);
    } catch (DamagedException e) {
      collected.losses.add(e.getMessage());
    }
    return collected;
  }

  @Override
  public void header(long instance, Octets blob) {
    byte[] copy = new byte[blob.length()];
    blob.copy(0, copy.length, copy, 0);
    headers.put(instance, copy);
  }

  @Override
  public void lost(Reason reason, String why) {
    losses.add(why);
  }
}
