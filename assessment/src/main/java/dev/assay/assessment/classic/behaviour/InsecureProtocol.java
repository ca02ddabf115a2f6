package dev.assay.assessment.classic.behaviour;

import dev.assay.model.runtime.Transport;
import java.util.Optional;
import java.util.stream.Stream;

/// Protocols that send what they carry in the clear, told by their registered ports. Those that
/// Classic's guide names, and besides rexec and TFTP.
enum InsecureProtocol {
  FTP("FTP", Transport.TCP, 21, Use.GENERAL, "Use SFTP or SCP instead."),
  TELNET("Telnet", Transport.TCP, 23, Use.LOGIN, "Use SSH instead."),
  SMTP("SMTP", Transport.TCP, 25, Use.GENERAL, "Require TLS (STARTTLS, or port 465)."),
  TFTP("TFTP", Transport.UDP, 69, Use.GENERAL, "Use SFTP or HTTPS instead."),
  HTTP("HTTP", Transport.TCP, 80, Use.GENERAL, "Use HTTPS instead."),
  POP3("POP3", Transport.TCP, 110, Use.GENERAL, "Require TLS (STLS, or port 995)."),
  IMAP("IMAP", Transport.TCP, 143, Use.GENERAL, "Require TLS (STARTTLS, or port 993)."),
  SNMP("SNMP", Transport.UDP, 161, Use.GENERAL, "Use SNMP version 3 with privacy."),
  REXEC("rexec", Transport.TCP, 512, Use.LOGIN, "Use SSH instead."),
  RLOGIN("rlogin", Transport.TCP, 513, Use.LOGIN, "Use SSH instead."),
  RSH("rsh", Transport.TCP, 514, Use.LOGIN, "Use SSH instead.");

  private final String title;
  private final Transport transport;
  private final int port;
  private final Use use;
  private final String advice;

  InsecureProtocol(String title, Transport transport, int port, Use use, String advice) {
    this.title = title;
    this.transport = transport;
    this.port = port;
    this.use = use;
    this.advice = advice;
  }

  /// What a client does with it.
  enum Use {
    /// It sends a password to work on another machine.
    LOGIN,
    GENERAL
  }

  static Optional<InsecureProtocol> at(Transport transport, int port) {
    return Stream.of(values())
        .filter(one -> one.transport == transport && one.port == port)
        .findFirst();
  }

  String title() {
    return title;
  }

  Use use() {
    return use;
  }

  /// What to do instead, a sentence.
  String advice() {
    return advice;
  }
}
