package dev.assay.scap.rpm;

import dev.assay.scap.host.Host;

/// The names of a host's users and groups, which rpm keeps of its files instead of numbers.
public final class RpmNames {
  private final AccountNames users;
  private final AccountNames groups;

  /// Those of a host; its files of them are read when the first name is asked for.
  public RpmNames(Host host) {
    this.users = new AccountNames(host, "/etc/passwd");
    this.groups = new AccountNames(host, "/etc/group");
  }

  RpmVerdict user(long number, String name) {
    return users.isNamed(number, name);
  }

  RpmVerdict group(long number, String name) {
    return groups.isNamed(number, name);
  }
}
