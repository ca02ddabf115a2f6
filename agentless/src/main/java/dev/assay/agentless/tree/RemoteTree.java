package dev.assay.agentless.tree;

import dev.assay.agentless.tree.RemoteWalk.LastLink;
import dev.assay.agentless.tree.RemoteWalk.Place;
import dev.assay.inventory.elf.ElfBytes;
import dev.assay.inventory.tree.BoundedInputStream;
import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileEntry.Kind;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The files of another machine, or of a directory there, as if we were chrooted into it.
///
/// Nothing that the machine answers leads to a path of ours. It may lie about its files, as it may
/// have other files; what it says is read with the same limits as any file tree.
public final class RemoteTree implements FileTree {
  private static final int PERMISSIONS = 0777;
  private static final int MOST_ENTRIES = 1_000_000;

  private final RemoteFiles files;
  private final Waypoints waypoints;

  /// The tree below an absolute path of the machine.
  public RemoteTree(RemoteFiles files, String root) {
    this.files = files;
    this.waypoints = new Waypoints(files, root.replaceAll("/+$", ""));
  }

  @Override
  public Lookup<FileEntry> stat(String path) {
    return walk(path, LastLink.FOLLOW, place -> entry(place.entry()));
  }

  @Override
  public Lookup<FileEntry> lstat(String path) {
    return walk(path, LastLink.STOP, place -> entry(place.entry()));
  }

  @Override
  public Lookup<String> resolve(String path) {
    return walk(path, LastLink.FOLLOW, Place::path);
  }

  @Override
  public Lookup<List<String>> list(String path) {
    return walk(path, LastLink.FOLLOW, this::names);
  }

  @Override
  public Lookup<InputStream> open(String path, long limit) {
    return walk(path, LastLink.FOLLOW, place -> new BoundedInputStream(opened(place), limit));
  }

  /// All that is told of `path`, a link at its end not followed.
  public Lookup<HostFile> facts(String path) {
    return walk(path, LastLink.STOP, Place::entry);
  }

  /// A regular file that is read here and there; to be closed.
  public Lookup<ElfBytes> program(String path) {
    return walk(
        path,
        LastLink.FOLLOW,
        place -> {
          requireRegular(place);
          return files.program(waypoints.absolute(place.path()));
        });
  }

  /// No library of ours can open a path of another machine.
  @Override
  public Optional<Path> localFile(String path) {
    return Optional.empty();
  }

  private List<String> names(Place place) throws IOException {
    if (place.entry().type() != HostFile.Type.DIRECTORY) {
      throw new NotDirectoryException(place.path());
    }
    List<String> names = files.list(waypoints.absolute(place.path()), MOST_ENTRIES);
    if (names.size() > MOST_ENTRIES) {
      throw new FileSystemException(
          place.path(), null, "The directory has more than " + MOST_ENTRIES + " entries");
    }
    return names.stream().sorted().toList();
  }

  private InputStream opened(Place place) throws IOException {
    requireRegular(place);
    return files.open(waypoints.absolute(place.path()));
  }

  private static void requireRegular(Place place) throws IOException {
    switch (place.entry().type()) {
      case REGULAR -> {}
      case DIRECTORY -> throw unsuitable(place, "It is a directory where a file was expected");
      case SYMLINK, BLOCK, CHARACTER, FIFO, SOCKET ->
          throw unsuitable(place, "It is a socket, FIFO or device, which is never opened");
    }
  }

  private static FileEntry entry(HostFile file) {
    return new FileEntry(
        switch (file.type()) {
          case REGULAR -> Kind.REGULAR;
          case DIRECTORY -> Kind.DIRECTORY;
          case SYMLINK -> Kind.SYMLINK;
          case BLOCK, CHARACTER, FIFO, SOCKET -> Kind.OTHER;
        },
        file.size(),
        file.mode() & PERMISSIONS,
        Instant.ofEpochSecond(file.modified()),
        file.type() == HostFile.Type.SYMLINK ? file.target() : null);
  }

  private static FileSystemException unsuitable(Place place, String why) {
    return new FileSystemException(place.path(), null, why);
  }

  private <T> Lookup<T> walk(String path, LastLink lastLink, Question<T> question) {
    try {
      return new Lookup.Found<>(question.ask(RemoteWalk.to(waypoints, path, lastLink)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new Lookup.Absent<>();
    } catch (IOException e) {
      return new Lookup.Unreadable<>(path, Reason.UNREADABLE, IoReason.of(e));
    }
  }

  /// What is to be known of the file a walk has led to.
  private interface Question<T> {
    T ask(Place place) throws IOException;
  }
}
