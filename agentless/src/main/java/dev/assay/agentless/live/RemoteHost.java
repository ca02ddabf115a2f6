package dev.assay.agentless.live;

import dev.assay.agentless.tree.RemoteTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import java.util.List;

/// Another machine as the collector of what it does reads it: `/proc` in a picture taken before,
/// program files and the directories on their paths where they lie.
record RemoteHost(RemoteTree tree, ProcPicture proc) implements HostFiles {
  @Override
  public Reading<HostFile> file(String path) {
    return path.startsWith("/proc/")
        ? proc.file(path)
        : switch (tree.facts(path)) {
          case Lookup.Found<HostFile>(HostFile file) -> new Reading.Read<>(file);
          case Lookup.Absent<HostFile> absent -> new Reading.Absent<>();
          case Lookup.Unreadable<HostFile> unreadable -> new Reading.Unreadable<>(unreadable.why());
        };
  }

  @Override
  public Reading<List<String>> names(String directory) {
    return proc.names(directory);
  }

  @Override
  public Reading<byte[]> content(String path) {
    return proc.content(path);
  }
}
