package dev.assay.inventory.host;

import dev.assay.inventory.dpkg.DpkgCataloguer;
import dev.assay.inventory.rpm.RpmHostFiles;
import dev.assay.inventory.rpm.RpmHostPackages;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.scap.host.DebPackage;
import dev.assay.scap.host.Digests;
import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.FileSystemSpace;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.InterfaceAddress;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmFile;
import dev.assay.scap.host.RpmPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A root file system in a directory, or `/` itself, as a host.
///
/// The metadata of a file is read by the name of its directory with all links resolved within the
/// tree, which is remembered: a walk resolves each directory once, not each file.
public final class TreeHost implements Host {
  private static final long LARGEST_FILE = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final DirectoryTree tree;
  private final Path root;
  private final Metadata metadata;
  private final DirectoryReader directories = new DirectoryReader(this::typeOf);
  private final Instant time = Instant.now();
  private final Map<String, Lookup<String>> resolved = new HashMap<>();

  private TreeHost(DirectoryTree tree, Path root) {
    this.tree = tree;
    this.root = root;
    this.metadata = new Metadata(root);
  }

  /// The host whose root is this directory.
  ///
  /// @throws IOException if there is no such directory
  public static TreeHost at(Path root) throws IOException {
    return new TreeHost(DirectoryTree.at(root), root.toRealPath());
  }

  @Override
  public Reading<HostFile> file(String path) {
    return inItsDirectory(path, metadata::read);
  }

  @Override
  public Reading<byte[]> attribute(String path, String name) {
    return inItsDirectory(path, place -> metadata.attribute(place, name));
  }

  private <T> Reading<T> inItsDirectory(String path, Function<String, Reading<T>> reader) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (slash < 0 || name.isEmpty()) {
      return reader.apply("");
    }
    return switch (directory(path.substring(0, slash))) {
      case Lookup.Found<String> parent -> reader.apply(parent.value() + "/" + name);
      case Lookup.Absent<String> absent -> new Reading.Absent<>();
      case Lookup.Unreadable<String> unreadable -> new Reading.Unreadable<>(unreadable.why());
    };
  }

  private Lookup<String> directory(String path) {
    Lookup<String> known = resolved.get(path);
    if (known == null) {
      known = path.isEmpty() ? new Lookup.Found<>("") : tree.resolve(path);
      resolved.put(path, known);
    }
    return known;
  }

  @Override
  public Reading<List<String>> names(String directory) {
    return reading(tree.list(directory), names -> names);
  }

  /// A directory that is no link is read where its parent was found to be, as in a walk; of any
  /// other the tree says what it is.
  @Override
  public Reading<List<DirectoryEntry>> entries(String directory) {
    String path = directory.equals("/") ? "" : directory;
    Optional<String> place = place(path);
    if (place.isPresent()) {
      Optional<List<DirectoryEntry>> entries = directories.read(root.resolve(place.get()));
      if (entries.isPresent()) {
        resolved.put(path, new Lookup.Found<>(place.get()));
        return new Reading.Read<>(entries.get());
      }
    }
    return Host.super.entries(directory);
  }

  private Optional<String> place(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (name.isEmpty()) {
      return path.isEmpty() ? Optional.of("") : Optional.empty();
    }
    if (slash < 0 || name.equals(".") || name.equals("..")) {
      return Optional.empty();
    }
    return directory(path.substring(0, slash)) instanceof Lookup.Found<String>(String parent)
        ? Optional.of(parent.isEmpty() ? name : parent + "/" + name)
        : Optional.empty();
  }

  private Optional<HostFile.Type> typeOf(String place) {
    return metadata.read(root.relativize(Path.of(place)).toString())
            instanceof Reading.Read<HostFile>(HostFile file)
        ? Optional.of(file.type())
        : Optional.empty();
  }

  @Override
  public Reading<byte[]> content(String path) {
    return switch (tree.open(path, LARGEST_FILE)) {
      case Lookup.Found<InputStream> found -> {
        try (InputStream stream = found.value()) {
          yield new Reading.Read<>(stream.readAllBytes());
        } catch (IOException e) {
          yield new Reading.Unreadable<>(String.valueOf(e.getMessage()));
        }
      }
      case Lookup.Absent<InputStream> absent -> new Reading.Absent<>();
      case Lookup.Unreadable<InputStream> unreadable -> new Reading.Unreadable<>(unreadable.why());
    };
  }

  /// Whatever its size: it is not kept.
  @Override
  public Reading<byte[]> digest(String path, String algorithm) {
    return switch (tree.open(path, Long.MAX_VALUE)) {
      case Lookup.Found<InputStream> found -> {
        MessageDigest digest = Digests.named(algorithm);
        try (InputStream stream = found.value()) {
          byte[] buffer = new byte[BUFFER];
          for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
          }
          yield new Reading.Read<>(digest.digest());
        } catch (IOException e) {
          yield new Reading.Unreadable<>(String.valueOf(e.getMessage()));
        }
      }
      case Lookup.Absent<InputStream> absent -> new Reading.Absent<>();
      case Lookup.Unreadable<InputStream> unreadable -> new Reading.Unreadable<>(unreadable.why());
    };
  }

  @Override
  public Reading<String> resolve(String path) {
    return reading(tree.resolve(path), real -> real.startsWith("/") ? real : "/" + real);
  }

  @Override
  public Reading<List<DebPackage>> debs() {
    DpkgCataloguer dpkg = new DpkgCataloguer();
    return dpkg.present(tree) ? DebPackages.read(dpkg, tree) : new Reading.Absent<>();
  }

  @Override
  public Reading<List<RpmPackage>> rpms() {
    return RpmHostPackages.read(tree);
  }

  @Override
  public Reading<List<RpmFile>> rpmFiles(Predicate<RpmPackage> of, Predicate<String> at) {
    return RpmHostFiles.read(tree, of, at);
  }

  @Override
  public Reading<Map<String, String>> unitStates() {
    return isRunning() ? RunningUnits.read() : new Reading.Absent<>();
  }

  @Override
  public long time() {
    return time.getEpochSecond();
  }

  @Override
  public Reading<FileSystemSpace> space(String mountPoint) {
    if (!isRunning()) {
      return new Reading.Absent<>();
    }
    try {
      FileStore store = Files.getFileStore(Path.of(mountPoint));
      long block = store.getBlockSize();
      long total = store.getTotalSpace() / block;
      long left = store.getUnallocatedSpace() / block;
      return new Reading.Read<>(new FileSystemSpace(total, total - left, left));
    } catch (IOException | InvalidPathException | ArithmeticException failed) {
      return new Reading.Unreadable<>(String.valueOf(failed.getMessage()));
    }
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses(String networkInterface) {
    return isRunning() ? RunningNetwork.addresses(networkInterface) : new Reading.Absent<>();
  }

  @Override
  public boolean isRunning() {
    return tree.isLive();
  }

  private static <T, R> Reading<R> reading(Lookup<T> lookup, Function<T, R> value) {
    return switch (lookup) {
      case Lookup.Found<T> found -> new Reading.Read<>(value.apply(found.value()));
      case Lookup.Absent<T> absent -> new Reading.Absent<>();
      case Lookup.Unreadable<T> unreadable -> new Reading.Unreadable<>(unreadable.why());
    };
  }
}
