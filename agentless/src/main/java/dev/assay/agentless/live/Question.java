package dev.assay.agentless.live;

/// The commands by which a machine is asked what it does. Each is fixed: no word in it comes from
/// the machine or from anybody else, and what it runs can do nothing but read.
///
/// They are for `sh`, which writes out the numbers of the processes; these are no secret.
public enum Question {
  /// The kernel's tables of sockets, its release, and since when it runs.
  MACHINE(
      "grep -H \"\" /proc/net/tcp /proc/net/udp /proc/net/tcp6 /proc/net/udp6"
          + " /proc/sys/kernel/osrelease /proc/uptime"),
  /// Who the processes are; not what they were called with.
  STATUS("grep -HE \"^(Name|Uid|NSpid|VmSize):\" /proc/[0-9]*/status"),
  /// Where the links of executables and of open files lead, odd characters escaped.
  LINKS("ls -lbn /proc/[0-9]*/exe /proc/[0-9]*/fd"),
  /// The same, for an `ls` that knows no `-b`, as BusyBox's.
  PLAIN_LINKS("ls -ln /proc/[0-9]*/exe /proc/[0-9]*/fd"),
  /// Which files they have mapped to be executed.
  MAPPINGS("grep -H \"^[^ ]* ..x.* /\" /proc/[0-9]*/maps"),
  /// Which of dpkg's lists has the lines that come in.
  OWNERS("grep -HFx -f - /var/lib/dpkg/info/*.list");

  private static final String SPEAKING_C = "LC_ALL=C; export LC_ALL; exec ";

  private final String command;

  Question(String command) {
    this.command = command;
  }

  /// For `sh -c`, asked as the user who logged in.
  public String text() {
    return SPEAKING_C + command;
  }

  /// For `sh -c`, asked by sudo.
  public String textForRoot() {
    return SPEAKING_C + "sudo -n -- " + command;
  }
}
