package dev.assay.inventory.os;

import org.jspecify.annotations.Nullable;

/// What `etc/debian_version` says: `12.5` of a release, `trixie/sid` before there is one.
///
/// @param number the release as advisories name it, `12`; empty before the release
/// @param codename of a release to come; null where a number is given
record DebianVersion(String number, @Nullable String codename) {

  static DebianVersion parse(String line) {
    if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
      int dot = line.indexOf('.');
      return new DebianVersion(dot < 0 ? line : line.substring(0, dot), null);
    }
    int slash = line.indexOf('/');
    return new DebianVersion("", slash < 0 ? line : line.substring(0, slash));
  }
}
