package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.ReachablePorts;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What findings of reachable ports are selected by: their ports, and the components of their path.
final class ReachablePortsRows {
  private final Handle handle;

  ReachablePortsRows(Handle handle) {
    this.handle = handle;
  }

  /// @param contents new ones, by their hash
  void add(Map<String, ObservedFinding> contents) {
    PreparedBatch ports =
        handle.prepareBatch(
            """
            insert into finding_content_port (hash, protocol, first, last)
            values (:hash, :protocol, :first, :last) on conflict do nothing
            """);
    PreparedBatch components =
        handle.prepareBatch(
            """
            insert into finding_content_component (hash, position, id, type)
            values (:hash, :position, :id, :type) on conflict do nothing
            """);
    contents.forEach(
        (hash, finding) -> {
          if (finding.content() instanceof FindingContent.NetworkReachability(var reached)) {
            bind(ports, hash, reached).add();
            path(components, hash, reached.path());
          }
        });
    if (ports.size() > 0) {
      ports.execute();
      components.execute();
    }
  }

  private static PreparedBatch bind(PreparedBatch batch, String hash, ReachablePorts ports) {
    return batch
        .bind("hash", hash)
        .bind("protocol", ports.protocol().name())
        .bind("first", ports.first())
        .bind("last", ports.last());
  }

  private static void path(PreparedBatch batch, String hash, List<ReachablePorts.Step> path) {
    for (int position = 0; position < path.size(); position++) {
      batch
          .bind("hash", hash)
          .bind("position", position)
          .bind("id", path.get(position).id())
          .bind("type", path.get(position).type())
          .add();
    }
  }
}
