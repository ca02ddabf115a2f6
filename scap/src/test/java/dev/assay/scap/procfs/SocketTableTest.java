package dev.assay.scap.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scap.host.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketTableTest {
  private static final String HEADING =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

  @Test
  void reads_addresses_in_the_order_of_bytes_of_the_machine() {
    String line =
        "   1: 0100007F:1F90 0200000A:C350 01 00000000:00000000 00:00000000 00000000  1000 0 4711 1";
    assertThat(parse(SocketTable.TCP, line))
        .isEqualTo(
            new Reading.Read<>(
                List.of(
                    new SocketEntry(
                        "tcp",
                        new SocketEndpoint("127.0.0.1", 8080),
                        new SocketEndpoint("10.0.0.2", 50000),
                        SocketEntry.ESTABLISHED,
                        "1000",
                        "4711"))));
  }

  @Test
  void reads_the_four_words_of_an_ipv6_address() {
    String line =
        "   0: 00000000000000000000000001000000:0016 00000000000000000000000000000000:0000 0A"
            + " 00000000:00000000 00:00000000 00000000     0        0 18 1 0 100 0 0 10 0";
    assertThat(parse(SocketTable.TCP6, line))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(read.value())
                    .asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.list(SocketEntry.class))
                    .singleElement()
                    .returns("::1:22", socket -> socket.local().whole())
                    .returns(SocketEntry.LISTENING, SocketEntry::state));
  }

  @Test
  void a_line_that_is_no_socket_makes_the_table_unreadable() {
    assertThat(parse(SocketTable.UDP, "   0: nonsense")).isInstanceOf(Reading.Unreadable.class);
    assertThat(parse(SocketTable.UDP, "   0: 7F:1 7F:1 01 0 0 0 0 0 0"))
        .isInstanceOf(Reading.Unreadable.class);
  }

  private static Reading<List<SocketEntry>> parse(SocketTable table, String line) {
    return table.parse((HEADING + line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
