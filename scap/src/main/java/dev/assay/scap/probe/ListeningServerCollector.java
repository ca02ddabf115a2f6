package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.procfs.SocketEndpoint;
import dev.assay.scap.procfs.SocketEntry;
import dev.assay.scap.procfs.SocketTable;
import java.util.ArrayList;
import java.util.List;

/// `inetlisteningservers_object`: TCP sockets that listen and UDP sockets that are bound, as
/// `/proc/net` shows them. Which program has a socket is not collected. OpenSCAP takes every TCP
/// socket, whatever its state.
final class ListeningServerCollector implements ObjectCollector {
  private final Host host;
  private final Semantics semantics;

  ListeningServerCollector(Host host, Semantics semantics) {
    this.host = host;
    this.semantics = semantics;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (SocketTable table : SocketTable.values()) {
      switch (table.read(host)) {
        case Reading.Read<List<SocketEntry>>(List<SocketEntry> sockets) ->
            sockets.forEach(socket -> one(socket, request, items));
        case Reading.Absent<List<SocketEntry>> absent -> {}
        case Reading.Unreadable<List<SocketEntry>>(String why) ->
            gaps.add(table.path() + ": " + why);
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void one(SocketEntry socket, CollectionRequest request, List<Item> items) {
    if (semantics == Semantics.EVIDENCE
        && socket.protocol().equals("tcp")
        && socket.state() != SocketEntry.LISTENING) {
      return;
    }
    SocketEndpoint local = socket.local();
    SocketEndpoint foreign = socket.foreign();
    String port = Integer.toString(local.port());
    if (request.accepts("protocol", socket.protocol())
        && request.accepts("local_address", local.address())
        && request.accepts("local_port", port)) {
      items.add(
          Item.draft("inetlisteningserver")
              .text("protocol", socket.protocol())
              .text("local_address", local.address())
              .typed("local_port", "int", port)
              .text("local_full_address", local.whole())
              .notCollected("program_name")
              .text("foreign_address", foreign.address())
              .typed("foreign_port", "int", Integer.toString(foreign.port()))
              .text("foreign_full_address", foreign.whole())
              .notCollected("pid", "int")
              .typed("user_id", "int", socket.user())
              .exists());
    }
  }
}
