package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;

/// POSIX access control lists as Linux keeps them: an extended attribute with a header of four
/// bytes and eight for each entry. A list of three entries says no more than the mode does.
final class AccessControlList {
  private static final String ACCESS = "system.posix_acl_access";
  private static final String DEFAULT = "system.posix_acl_default";
  private static final int HEADER = 4;
  private static final int ENTRY = 8;
  private static final int PLAIN_ENTRIES = 3;

  private AccessControlList() {}

  /// Whether a file has a list that says more than its mode, or a directory one for new files.
  static Reading<Boolean> isExtended(Host host, String path, HostFile.Type type) {
    return switch (host.attribute(path, ACCESS)) {
      case Reading.Read<byte[]>(byte[] list) when entries(list) > PLAIN_ENTRIES ->
          new Reading.Read<>(true);
      case Reading.Read<byte[]> plain -> hasDefault(host, path, type);
      case Reading.Absent<byte[]> absent -> hasDefault(host, path, type);
      case Reading.Unreadable<byte[]>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  private static Reading<Boolean> hasDefault(Host host, String path, HostFile.Type type) {
    if (type != HostFile.Type.DIRECTORY) {
      return new Reading.Read<>(false);
    }
    return switch (host.attribute(path, DEFAULT)) {
      case Reading.Read<byte[]> list -> new Reading.Read<>(true);
      case Reading.Absent<byte[]> absent -> new Reading.Read<>(false);
      case Reading.Unreadable<byte[]>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  private static int entries(byte[] list) {
    return (list.length - HEADER) / ENTRY;
  }
}
