package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.OvalObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps searches on the file systems that an object means (`recurse_file_system`): all, those that
/// are not on another machine, or that on which the search begins.
final class FileSystemBounds {
  /// What Linux mounts from elsewhere, by its types.
  private static final Set<String> REMOTE_TYPES =
      Set.of(
          "9p",
          "acfs",
          "afs",
          "autofs",
          "beegfs",
          "ceph",
          "cifs",
          "coda",
          "fuse.ceph-fuse",
          "fuse.glusterfs",
          "fuse.rclone",
          "fuse.s3fs",
          "fuse.sshfs",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "ocfs2",
          "smb3",
          "smbfs",
          "virtiofs");

  private final Host host;
  private @Nullable Set<String> remote;

  FileSystemBounds(Host host) {
    this.host = host;
  }

  /// Whether a directory may be looked into by a search of an object.
  Predicate<String> of(OvalObject object, String start) {
    return switch (object.behaviour("recurse_file_system", "all")) {
      case "local" -> isHere();
      case "defined" -> isOn(device(start));
      default -> FileSystemBounds::isAnywhere;
    };
  }

  /// Whether a directory on another file system than the search's is itself among what it found:
  /// it has its name from the one, its content from the other.
  static boolean includesMountPoints(OvalObject object) {
    return object.behaviour("recurse_file_system", "all").equals("defined");
  }

  private Predicate<String> isOn(long device) {
    return directory -> device(directory) == device;
  }

  /// Of a link that of what it leads to; hardly any directory of a search is one.
  private long device(String directory) {
    if (!(host.file(directory) instanceof Reading.Read<HostFile>(HostFile file))) {
      return -1;
    }
    return file.type() == HostFile.Type.SYMLINK
            && host.resolve(directory) instanceof Reading.Read<String>(String real)
            && host.file(real) instanceof Reading.Read<HostFile>(HostFile target)
        ? target.device()
        : file.device();
  }

  private Predicate<String> isHere() {
    Set<String> mounts = remote();
    return mounts.isEmpty()
        ? FileSystemBounds::isAnywhere
        : directory -> !isBelow(directory, mounts);
  }

  private static boolean isAnywhere(String directory) {
    return true;
  }

  private boolean isBelow(String directory, Set<String> mounts) {
    String path =
        host.resolve(directory) instanceof Reading.Read<String>(String real) ? real : directory;
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (mounts.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /// Where something is mounted from elsewhere; nowhere on a host that is not running.
  private Set<String> remote() {
    Set<String> known = remote;
    if (known == null) {
      known = new HashSet<>();
      if (host.isRunning()
          && host.content("/proc/mounts") instanceof Reading.Read<byte[]>(byte[] mounts)) {
        for (String line : TextFileContentCollector.decode(mounts).lines().toList()) {
          String[] fields = line.split(" ");
          if (fields.length > 2 && REMOTE_TYPES.contains(fields[2])) {
            known.add(PartitionCollector.mountPoint(fields));
          }
        }
      }
      remote = known;
    }
    return known;
  }
}
