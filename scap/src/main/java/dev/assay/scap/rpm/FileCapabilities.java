package dev.assay.scap.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The capabilities of a program, as sets of bits: from libcap's text, as rpm keeps them
/// (`cap_net_raw=ep`), and from the extended attribute, as the file system does.
record FileCapabilities(long effective, long permitted, long inheritable) {
  static final FileCapabilities NONE = new FileCapabilities(0, 0, 0);

  /// The extended attribute.
  static final String ATTRIBUTE = "security.capability";

  /// In the order of their numbers (capability.h).
  private static final List<String> NAMES =
      List.of(
          "chown",
          "dac_override",
          "dac_read_search",
          "fowner",
          "fsetid",
          "kill",
          "setgid",
          "setuid",
          "setpcap",
          "linux_immutable",
          "net_bind_service",
          "net_broadcast",
          "net_admin",
          "net_raw",
          "ipc_lock",
          "ipc_owner",
          "sys_module",
          "sys_rawio",
          "sys_chroot",
          "sys_ptrace",
          "sys_pacct",
          "sys_admin",
          "sys_boot",
          "sys_nice",
          "sys_resource",
          "sys_time",
          "sys_tty_config",
          "mknod",
          "lease",
          "audit_write",
          "audit_control",
          "setfcap",
          "mac_override",
          "mac_admin",
          "syslog",
          "wake_alarm",
          "block_suspend",
          "audit_read",
          "perfmon",
          "bpf",
          "checkpoint_restore");
  private static final long ALL = (1L << NAMES.size()) - 1;
  private static final Pattern CLAUSE = Pattern.compile("([a-z0-9_,]*)((?:[=+-][eip]*)+)");
  private static final Pattern CHANGE = Pattern.compile("([=+-])([eip]*)");

  private static final int REVISION = 0xff000000;
  private static final int ONE_WORD = 0x01000000;
  private static final int EFFECTIVE = 1;
  private static final int HEADER = 4;
  private static final int PAIR = 8;

  /// Reads libcap's text; empty where it is none.
  static Optional<FileCapabilities> of(String text) {
    FileCapabilities all = NONE;
    for (String clause : text.strip().split("\\s+")) {
      Matcher matcher = CLAUSE.matcher(clause);
      if (clause.isEmpty()) {
        continue;
      }
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<Long> named = named(matcher.group(1));
      if (named.isEmpty()) {
        return Optional.empty();
      }
      all = all.changed(named.get(), matcher.group(2));
    }
    return Optional.of(all);
  }

  private static Optional<Long> named(String list) {
    if (list.isEmpty() || list.equals("all")) {
      return Optional.of(ALL);
    }
    long named = 0;
    for (String name : list.split(",", -1)) {
      int number = NAMES.indexOf(name.startsWith("cap_") ? name.substring(4) : name);
      if (number < 0) {
        return Optional.empty();
      }
      named |= 1L << number;
    }
    return Optional.of(named);
  }

  private FileCapabilities changed(long named, String changes) {
    FileCapabilities all = this;
    Matcher change = CHANGE.matcher(changes);
    while (change.find()) {
      boolean isSet = change.group(1).equals("=");
      boolean lowers = change.group(1).equals("-");
      String flags = change.group(2);
      all =
          new FileCapabilities(
              bits(all.effective, named, flags.contains("e"), isSet, lowers),
              bits(all.permitted, named, flags.contains("p"), isSet, lowers),
              bits(all.inheritable, named, flags.contains("i"), isSet, lowers));
    }
    return all;
  }

  private static long bits(long before, long named, boolean meant, boolean isSet, boolean lowers) {
    if (isSet) {
      return meant ? before | named : before & ~named;
    }
    if (!meant) {
      return before;
    }
    return lowers ? before & ~named : before | named;
  }

  /// Reads the extended attribute; empty where it is none.
  static Optional<FileCapabilities> of(byte[] attribute) {
    if (attribute.length < HEADER + PAIR) {
      return Optional.empty();
    }
    ByteBuffer words = ByteBuffer.wrap(attribute).order(ByteOrder.LITTLE_ENDIAN);
    int magic = words.getInt();
    boolean one = (magic & REVISION) == ONE_WORD;
    if (!one && attribute.length < HEADER + 2 * PAIR) {
      return Optional.empty();
    }
    long permitted = Integer.toUnsignedLong(words.getInt());
    long inheritable = Integer.toUnsignedLong(words.getInt());
    if (!one) {
      permitted |= Integer.toUnsignedLong(words.getInt()) << Integer.SIZE;
      inheritable |= Integer.toUnsignedLong(words.getInt()) << Integer.SIZE;
    }
    return Optional.of(
        new FileCapabilities(
            (magic & EFFECTIVE) == 0 ? 0 : permitted | inheritable, permitted, inheritable));
  }
}
