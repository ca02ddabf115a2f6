package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The services that Inspector recognises by their ports, and how bad it is that each can be
/// reached from the internet. The severities are Assay's own, documented in docs/network.md.
// Lists made by List.of do not change.
@SuppressWarnings("ImmutableEnumChecker")
public enum RecognizedPorts {
  SMB("SMB", Severity.HIGH, List.of(445), List.of(445)),
  NETBIOS("NetBIOS", Severity.HIGH, List.of(137, 139), List.of(137, 138)),
  LDAP("LDAP", Severity.HIGH, List.of(389), List.of(389)),
  LDAPS("LDAP over TLS", Severity.MEDIUM, List.of(636), List.of()),
  GLOBAL_CATALOG("Global catalog LDAP", Severity.HIGH, List.of(3268), List.of()),
  GLOBAL_CATALOG_TLS("Global catalog LDAP over TLS", Severity.MEDIUM, List.of(3269), List.of()),
  NFS("NFS", Severity.HIGH, List.of(111, 2049, 4045, 1110), List.of(111, 2049, 4045, 1110)),
  KERBEROS(
      "Kerberos",
      Severity.HIGH,
      List.of(88, 464, 543, 544, 749, 751),
      List.of(88, 464, 749, 750, 751, 752)),
  RPC("RPC", Severity.HIGH, List.of(111, 135, 530), List.of(111, 135, 530)),
  WINS("WINS", Severity.HIGH, List.of(1512, 42), List.of(1512, 42)),
  DHCP("DHCP", Severity.MEDIUM, List.of(67, 68, 546, 547), List.of(67, 68, 546, 547)),
  SYSLOG("Syslog", Severity.HIGH, List.of(601), List.of(514)),
  PRINT("Print services", Severity.HIGH, List.of(515), List.of()),
  TELNET("Telnet", Severity.HIGH, List.of(23), List.of(23)),
  FTP("FTP", Severity.HIGH, List.of(21), List.of(21)),
  SSH("SSH", Severity.MEDIUM, List.of(22), List.of(22)),
  RDP("RDP", Severity.HIGH, List.of(3389), List.of(3389)),
  MONGODB("MongoDB", Severity.HIGH, List.of(27017, 27018, 27019, 28017), List.of()),
  SQL_SERVER("SQL Server", Severity.HIGH, List.of(1433), List.of(1434)),
  MYSQL("MySQL", Severity.HIGH, List.of(3306), List.of()),
  POSTGRESQL("PostgreSQL", Severity.HIGH, List.of(5432), List.of()),
  ORACLE("Oracle", Severity.HIGH, List.of(1521, 1630), List.of()),
  ELASTICSEARCH("Elasticsearch", Severity.HIGH, List.of(9300, 9200), List.of()),
  HTTP("HTTP", Severity.LOW, List.of(80), List.of(80)),
  HTTPS("HTTPS", Severity.LOW, List.of(443), List.of(443));

  private final String word;
  private final Severity fromInternet;
  private final List<Integer> tcp;
  private final List<Integer> udp;

  RecognizedPorts(String word, Severity fromInternet, List<Integer> tcp, List<Integer> udp) {
    this.word = word;
    this.fromInternet = fromInternet;
    this.tcp = tcp;
    this.udp = udp;
  }

  public String word() {
    return word;
  }

  Severity fromInternet() {
    return fromInternet;
  }

  /// The services with a port between `first` and `last`.
  static Stream<RecognizedPorts> within(Protocol protocol, int first, int last) {
    return Arrays.stream(values())
        .filter(
            service ->
                service.ports(protocol).stream().anyMatch(port -> first <= port && port <= last));
  }

  /// Its ports of a protocol; none of any but TCP and UDP.
  public List<Integer> ports(Protocol protocol) {
    if (protocol.equals(Protocol.TCP)) {
      return tcp;
    }
    return protocol.equals(Protocol.UDP) ? udp : List.of();
  }
}
