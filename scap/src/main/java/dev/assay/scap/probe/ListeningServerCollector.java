package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// `inetlisteningservers_object`: TCP sockets that listen and UDP sockets that are bound, as
/// `/proc/net` shows them. Which program has a socket is not collected. OpenSCAP takes every TCP
/// socket, whatever its state.
final class ListeningServerCollector implements ObjectCollector {
  private static final List<String> TABLES = List.of("tcp", "udp", "tcp6", "udp6");
  private static final String LISTENING = "0A";
  private static final int STATE = 3;
  private static final int USER = 7;

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
    for (String table : TABLES) {
      String file = "/proc/net/" + table;
      switch (host.content(file)) {
        case Reading.Read<byte[]>(byte[] bytes) ->
            TextFileContentCollector.decode(bytes)
                .lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > USER)
                .forEach(fields -> one(table.substring(0, 3), fields, request, items));
        case Reading.Absent<byte[]> absent -> {}
        case Reading.Unreadable<byte[]>(String why) -> gaps.add(file + ": " + why);
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void one(String protocol, String[] fields, CollectionRequest request, List<Item> items) {
    if (semantics == Semantics.EVIDENCE
        && protocol.equals("tcp")
        && !fields[STATE].equals(LISTENING)) {
      return;
    }
    Endpoint local = Endpoint.of(fields[1]);
    Endpoint foreign = Endpoint.of(fields[2]);
    if (request.accepts("protocol", protocol)
        && request.accepts("local_address", local.address())
        && request.accepts("local_port", local.port())) {
      items.add(
          Item.draft("inetlisteningserver")
              .text("protocol", protocol)
              .text("local_address", local.address())
              .typed("local_port", "int", local.port())
              .text("local_full_address", local.whole())
              .notCollected("program_name")
              .text("foreign_address", foreign.address())
              .typed("foreign_port", "int", foreign.port())
              .text("foreign_full_address", foreign.whole())
              .notCollected("pid")
              .typed("user_id", "int", fields[USER])
              .exists());
    }
  }

  /// An address and a port, in the kernel's hexadecimal words of the machine's byte order.
  private record Endpoint(String address, String port) {
    private static final int WORD = 8;

    static Endpoint of(String text) {
      String[] parts = text.split(":");
      StringBuilder bytes = new StringBuilder();
      for (int at = 0; at < parts[0].length(); at += WORD) {
        // Little endian, as every machine Assay is built for.
        for (int i = WORD - 2; i >= 0; i -= 2) {
          bytes.append(parts[0], at + i, at + i + 2);
        }
      }
      return new Endpoint(
          AddressText.of(HexFormat.of().parseHex(bytes)),
          Integer.toString(Integer.parseInt(parts[1], 16)));
    }

    String whole() {
      return address + ":" + port;
    }
  }
}
