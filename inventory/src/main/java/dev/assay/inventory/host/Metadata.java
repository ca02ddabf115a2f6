package dev.assay.inventory.host;

import dev.assay.inventory.tree.IoReason;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what a file system says of a name.
final class Metadata {
  private static final int PERMISSIONS = 07777;

  /// Stands in a name for bytes that are no character.
  private static final char REPLACEMENT = '\uFFFD';

  private static final String NAME = "Its name cannot be written in this machine's character set.";

  private final Path root;
  private @Nullable ExtendedAttributes attributes;

  Metadata(Path root) {
    this.root = root;
  }

  /// @param path relative to the root, its directories without links
  Reading<HostFile> read(String path) {
    try {
      Path file = place(path);
      Map<String, Object> attributes =
          Files.readAttributes(
              file,
              "unix:mode,uid,gid,size,dev,lastAccessTime,ctime,lastModifiedTime",
              LinkOption.NOFOLLOW_LINKS);
      int mode = (int) number(attributes, "mode");
      HostFile.Type type = HostFile.Type.ofMode(mode);
      return new Reading.Read<>(
          new HostFile(
              type,
              mode & PERMISSIONS,
              number(attributes, "uid"),
              number(attributes, "gid"),
              number(attributes, "size"),
              number(attributes, "dev"),
              time(attributes, "lastAccessTime"),
              time(attributes, "ctime"),
              time(attributes, "lastModifiedTime"),
              type == HostFile.Type.SYMLINK ? Files.readSymbolicLink(file).toString() : "",
              device(file, type)));
    } catch (NoSuchFileException e) {
      return path.indexOf(REPLACEMENT) < 0
          ? new Reading.Absent<>()
          : new Reading.Unreadable<>(NAME);
    } catch (InvalidPathException e) {
      return new Reading.Unreadable<>(NAME);
    } catch (IOException e) {
      return new Reading.Unreadable<>(String.valueOf(IoReason.of(e)));
    }
  }

  /// Asked for by itself, as hardly any file is one.
  private static long device(Path file, HostFile.Type type) throws IOException {
    return switch (type) {
      case BLOCK, CHARACTER ->
          number(Files.readAttributes(file, "unix:rdev", LinkOption.NOFOLLOW_LINKS), "rdev");
      case REGULAR, DIRECTORY, SYMLINK, FIFO, SOCKET -> 0;
    };
  }

  /// @param path relative to the root, its directories without links
  Reading<byte[]> attribute(String path, String name) {
    ExtendedAttributes reader = attributes;
    if (reader == null) {
      reader = new ExtendedAttributes();
      attributes = reader;
    }
    return reader.read(place(path), name);
  }

  private Path place(String path) {
    return root.resolve(path.startsWith("/") ? path.substring(1) : path);
  }

  private static long number(Map<String, Object> attributes, String name) {
    return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
  }

  private static long time(Map<String, Object> attributes, String name) {
    return ((FileTime) Objects.requireNonNull(attributes.get(name))).toInstant().getEpochSecond();
  }
}
