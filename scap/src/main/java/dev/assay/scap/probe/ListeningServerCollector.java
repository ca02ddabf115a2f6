package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.procfs.Processes;
import dev.assay.scap.procfs.SocketEndpoint;
import dev.assay.scap.procfs.SocketEntry;
import dev.assay.scap.procfs.SocketOwners;
import dev.assay.scap.procfs.SocketTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `inetlisteningservers_object`: TCP sockets that listen and UDP sockets that are bound, as
/// `/proc/net` shows them, with the process that has them where `/proc` tells. OpenSCAP takes every
/// TCP socket, whatever its state, and tells no process.
final class ListeningServerCollector implements ObjectCollector {
  private final Host host;
  private final Semantics semantics;

  ListeningServerCollector(Host host, Semantics semantics) {
    this.host = host;
    this.semantics = semantics;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    Map<String, String> owners =
        semantics == Semantics.EVIDENCE ? SocketOwners.read(host) : Map.of();
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (SocketTable table : SocketTable.values()) {
      switch (table.read(host)) {
        case Reading.Read<List<SocketEntry>>(List<SocketEntry> sockets) ->
            sockets.forEach(socket -> one(socket, request, owners, items));
        case Reading.Absent<List<SocketEntry>> absent -> {}
        case Reading.Unreadable<List<SocketEntry>>(String why) ->
            gaps.add(table.path() + ": " + why);
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void one(
      SocketEntry socket, CollectionRequest request, Map<String, String> owners, List<Item> items) {
    if (semantics == Semantics.EVIDENCE
        && socket.protocol().equals("tcp")
        && socket.state() != SocketEntry.LISTENING) {
      return;
    }
    SocketEndpoint local = socket.local();
    String port = Integer.toString(local.port());
    if (request.accepts("protocol", socket.protocol())
        && request.accepts("local_address", local.address())
        && request.accepts("local_port", port)) {
      items.add(item(socket, owners.get(socket.inode())));
    }
  }

  private Item item(SocketEntry socket, @Nullable String owner) {
    SocketEndpoint local = socket.local();
    SocketEndpoint foreign = socket.foreign();
    String program = owner == null ? "" : Processes.text(host, owner, "comm").strip();
    Item.Draft draft =
        Item.draft("inetlisteningserver")
            .text("protocol", socket.protocol())
            .text("local_address", local.address())
            .number("local_port", local.port())
            .text("local_full_address", local.whole());
    if (program.isEmpty()) {
      draft.notCollected("program_name");
    } else {
      draft.text("program_name", program);
    }
    draft
        .text("foreign_address", foreign.address())
        .number("foreign_port", foreign.port())
        .text("foreign_full_address", foreign.whole());
    if (owner == null) {
      draft.notCollected("pid", "int");
    } else {
      draft.typed("pid", "int", owner);
    }
    return draft.typed("user_id", "int", socket.user()).exists();
  }
}
