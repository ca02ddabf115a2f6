package dev.assay.scap.procfs;

/// One socket of the tables in `/proc/net`.
///
/// @param protocol `tcp` or `udp`
/// @param user the number of the user whose it is
/// @param inode by which `/proc/PID/fd` names it; 0 where no process has it any more
public record SocketEntry(
    String protocol,
    SocketEndpoint local,
    SocketEndpoint foreign,
    int state,
    String user,
    String inode) {
  /// The kernel's `TCP_ESTABLISHED`; of UDP, that the far end is fixed.
  public static final int ESTABLISHED = 0x01;

  public static final int SYN_SENT = 0x02;
  public static final int SYN_RECEIVED = 0x03;

  /// The kernel's `TCP_CLOSE`; of UDP, that the far end is not fixed.
  public static final int CLOSED = 0x07;

  public static final int LISTENING = 0x0A;
}
