package dev.assay.inventory.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.Transport;
import dev.assay.scap.procfs.SocketEndpoint;
import dev.assay.scap.procfs.SocketEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeenSocketsTest {
  private static final int TIME_WAIT = 6;

  @Test
  void who_began_a_connection_is_told_by_who_listens() {
    assertThat(
            seen(
                    entry("tcp", "0.0.0.0", 22, "0.0.0.0", 0, SocketEntry.LISTENING, "1"),
                    entry("tcp", "10.0.0.1", 22, "10.0.0.2", 50_000, SocketEntry.ESTABLISHED, "2"),
                    entry("tcp", "10.0.0.1", 22, "10.0.0.3", 50_001, SocketEntry.ESTABLISHED, "2"),
                    entry("tcp", "10.0.0.1", 40_000, "10.0.0.9", 23, TIME_WAIT, "0"))
                .connections())
        .containsExactly(
            new Connection(Transport.TCP, Direction.ACCEPTED, 22, false, List.of(7)),
            new Connection(Transport.TCP, Direction.OPENED, 23, false, List.of()));
  }

  @Test
  void a_connection_that_is_only_tried_is_none() {
    assertThat(
            seen(entry("tcp", "10.0.0.1", 40_000, "10.0.0.9", 23, SocketEntry.SYN_SENT, "2"))
                .connections())
        .isEmpty();
  }

  @Test
  void both_ends_on_the_host_or_the_far_one_its_own_cloud_is_no_other_machine() {
    assertThat(
            seen(
                    entry("tcp", "127.0.0.1", 40_000, "127.0.0.1", 80, 1, "2"),
                    entry("tcp", "::ffff:10.0.0.1", 40_001, "::ffff:10.0.0.1", 80, 1, "2"),
                    entry("tcp", "10.0.0.1", 40_002, "169.254.169.254", 80, 1, "2"))
                .connections())
        .containsExactly(new Connection(Transport.TCP, Direction.OPENED, 80, true, List.of(7)));
  }

  @Test
  void a_udp_socket_listens_until_its_far_end_is_fixed() {
    SeenSockets seen =
        seen(
            entry("udp", "0.0.0.0", 69, "0.0.0.0", 0, SocketEntry.CLOSED, "2"),
            entry("udp", "10.0.0.1", 40_000, "10.0.0.9", 161, SocketEntry.ESTABLISHED, "2"));
    assertThat(seen.listening())
        .containsExactly(new ListeningSocket(Transport.UDP, "0.0.0.0", 69, List.of(7)));
    assertThat(seen.connections())
        .containsExactly(new Connection(Transport.UDP, Direction.OPENED, 161, false, List.of(7)));
  }

  private static SeenSockets seen(SocketEntry... entries) {
    return new SeenSockets(List.of(entries), Map.of("2", new TreeSet<>(List.of(7))));
  }

  private static SocketEntry entry(
      String protocol, String near, int port, String far, int farPort, int state, String inode) {
    return new SocketEntry(
        protocol,
        new SocketEndpoint(near, port),
        new SocketEndpoint(far, farPort),
        state,
        "0",
        inode);
  }
}
