package dev.assay.inventory.runtime;

import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.Transport;
import dev.assay.scap.procfs.SocketEntry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tells the sockets of the kernel's tables apart: those that listen, and the connections by who
/// began them.
///
/// @param holders ids of processes by the inode of a socket
record SeenSockets(List<SocketEntry> entries, Map<String, SortedSet<Integer>> holders) {
  /// Where clouds answer an instance about itself: that never leaves the machine.
  private static final Set<String> METADATA = Set.of("169.254.169.254", "fd00:ec2::254");

  private static final Set<Integer> NOT_YET = Set.of(SocketEntry.SYN_SENT, SocketEntry.CLOSED);

  List<ListeningSocket> listening() {
    return entries.stream()
        .filter(SeenSockets::isListening)
        .map(
            entry ->
                new ListeningSocket(
                    transport(entry), entry.local().address(), entry.local().port(), held(entry)))
        .distinct()
        .sorted(
            Comparator.comparing(ListeningSocket::transport)
                .thenComparing(ListeningSocket::port)
                .thenComparing(ListeningSocket::address))
        .toList();
  }

  /// Every kind of connection once: a busy server has thousands that differ in the far end only.
  List<Connection> connections() {
    Set<String> served = new HashSet<>();
    entries.stream().filter(SeenSockets::isListening).forEach(entry -> served.add(near(entry)));
    return entries.stream()
        .filter(entry -> !isListening(entry) && !NOT_YET.contains(entry.state()))
        .map(entry -> connection(entry, served.contains(near(entry))))
        .distinct()
        .sorted(
            Comparator.comparing(Connection::transport)
                .thenComparing(Connection::direction)
                .thenComparing(Connection::port)
                .thenComparing(connection -> connection.processes().toString())
                .thenComparing(Connection::withinHost))
        .toList();
  }

  private Connection connection(SocketEntry entry, boolean accepted) {
    return new Connection(
        transport(entry),
        accepted ? Direction.ACCEPTED : Direction.OPENED,
        accepted ? entry.local().port() : entry.foreign().port(),
        isWithinHost(entry),
        held(entry));
  }

  private List<Integer> held(SocketEntry entry) {
    return List.copyOf(holders.getOrDefault(entry.inode(), new TreeSet<>()));
  }

  private static boolean isListening(SocketEntry entry) {
    return entry.protocol().equals("tcp")
        ? entry.state() == SocketEntry.LISTENING
        : entry.state() == SocketEntry.CLOSED;
  }

  private static boolean isWithinHost(SocketEntry entry) {
    String far = entry.foreign().address().replace("::ffff:", "");
    return far.startsWith("127.")
        || far.equals("::1")
        || METADATA.contains(far)
        || far.equals(entry.local().address().replace("::ffff:", ""));
  }

  private static String near(SocketEntry entry) {
    return entry.protocol() + " " + entry.local().port();
  }

  private static Transport transport(SocketEntry entry) {
    return entry.protocol().equals("tcp") ? Transport.TCP : Transport.UDP;
  }
}
