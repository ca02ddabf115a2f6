package dev.assay.agentless.tree;

import dev.assay.inventory.elf.ElfBytes;
import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// This machine's own files as another machine would answer for them.
public final class NearFiles implements RemoteFiles {
  int questions;

  @Override
  public HostFile lstat(String path) throws IOException {
    questions++;
    Path file = Path.of(path);
    Map<String, Object> attributes =
        Files.readAttributes(
            file, "unix:mode,uid,gid,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
    int mode = (int) number(attributes, "mode");
    HostFile.Type type = HostFile.Type.ofMode(mode);
    return new HostFile(
        type,
        mode & 07777,
        number(attributes, "uid"),
        number(attributes, "gid"),
        number(attributes, "size"),
        0,
        0,
        0,
        ((FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime")))
            .to(TimeUnit.SECONDS),
        type == HostFile.Type.SYMLINK ? Files.readSymbolicLink(file).toString() : "",
        0);
  }

  private static long number(Map<String, Object> attributes, String name) {
    return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
  }

  @Override
  public ElfBytes program(String path) throws IOException {
    questions++;
    return ElfBytes.of(FileChannel.open(Path.of(path)));
  }

  @Override
  public List<String> list(String path, int most) throws IOException {
    questions++;
    try (var names = Files.list(Path.of(path))) {
      return names.limit(most + 1L).map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    questions++;
    return Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }
}
