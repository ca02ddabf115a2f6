package dev.assay.scap.procfs;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which process has which socket, as the links in `/proc/PID/fd` tell. Those of other users'
/// processes are for root only.
public final class SocketOwners {
  private static final String SOCKET = "socket:[";

  private SocketOwners() {}

  /// The id of a process by the inode of its socket; of several that share one the first.
  public static Map<String, String> read(Host host) {
    Map<String, String> owners = new HashMap<>();
    for (String pid : Processes.ids(host)) {
      String directory = "/proc/" + pid + "/fd";
      if (host.names(directory) instanceof Reading.Read<List<String>>(List<String> names)) {
        for (String name : names) {
          if (host.file(directory + "/" + name) instanceof Reading.Read<HostFile>(HostFile link)
              && link.target().startsWith(SOCKET)) {
            String target = link.target();
            owners.putIfAbsent(target.substring(SOCKET.length(), target.length() - 1), pid);
          }
        }
      }
    }
    return owners;
  }
}
