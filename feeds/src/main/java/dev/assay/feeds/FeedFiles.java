package dev.assay.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists the files under directories, sorted, with what the manifests and checksum lists beside
/// them say. Links inside a directory are not followed; what is left out is told.
final class FeedFiles {
  private static final String MANIFEST = "manifest.json";
  private static final String CHECKSUMS = "SHA256SUMS";

  /// How far above a file that was named alone its manifest may lie.
  private static final int ANCESTORS = 4;

  /// Takes what the listing finds.
  interface Listener {
    void file(FeedFile file);

    void ignored(String name, String why);

    void rejected(String name, String why);
  }

  private final Listener listener;

  FeedFiles(Listener listener) {
    this.listener = listener;
  }

  /// Lists what lies under each input, a directory or a file, in the order given.
  void list(List<Path> inputs) {
    for (Path input : inputs) {
      try {
        Path real = input.toRealPath();
        if (Files.isDirectory(real)) {
          directory(real);
        } else {
          single(real);
        }
      } catch (IOException unreadable) {
        listener.rejected(input.toString(), "cannot be read: " + unreadable);
      }
    }
  }

  private void directory(Path root) throws IOException {
    Companions companions = companions(root);
    for (Path path : walk(root)) {
      offer(path, root.relativize(path).toString().replace('\\', '/'), companions);
    }
  }

  private void single(Path file) {
    Path directory = file.getParent();
    for (int up = 0; up < ANCESTORS && directory != null; up++) {
      if (Files.isRegularFile(directory.resolve(MANIFEST))) {
        Companions companions = companions(directory);
        String relative = directory.relativize(file).toString().replace('\\', '/');
        if (companions.manifest().facts(relative).isPresent()) {
          offer(file, relative, companions);
          return;
        }
      }
      directory = directory.getParent();
    }
    offer(file, String.valueOf(file.getFileName()), Companions.NONE);
  }

  private void offer(Path path, String name, Companions companions) {
    Optional<String> skipped = NotAFeed.skipped(name);
    if (skipped.isPresent()) {
      listener.ignored(name, skipped.get());
      return;
    }
    if (!Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      listener.rejected(name, "is a link or no regular file, which is not read");
      return;
    }
    String stated = companions.checksums().get(name);
    try {
      if (stated != null && !stated.equalsIgnoreCase(sha256(path))) {
        listener.rejected(name, "its checksum is not the one that " + CHECKSUMS + " states");
        return;
      }
    } catch (IOException unreadable) {
      listener.rejected(name, "cannot be read: " + unreadable);
      return;
    }
    listener.file(
        new FeedFile(
            path, name, companions.manifest().facts(name).orElse(FeedManifest.Facts.NONE)));
  }

  private List<Path> walk(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            listener.rejected(root.relativize(file).toString(), "cannot be read: " + why);
            return FileVisitResult.CONTINUE;
          }
        });
    paths.sort(Comparator.naturalOrder());
    return paths;
  }

  /// What lies beside the files of a directory.
  private record Companions(FeedManifest manifest, Map<String, String> checksums) {
    static final Companions NONE = new Companions(FeedManifest.EMPTY, Map.of());
  }

  private Companions companions(Path root) {
    return new Companions(
        beside(root.resolve(MANIFEST), FeedManifest::read).orElse(FeedManifest.EMPTY),
        beside(root.resolve(CHECKSUMS), Checksums::read).orElse(Map.of()));
  }

  private interface Reading<T> {
    T read(InputStream input) throws IOException;
  }

  private <T> Optional<T> beside(Path file, Reading<T> reading) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream input = Files.newInputStream(file)) {
      return Optional.of(reading.read(input));
    } catch (MalformedRecordException | IOException unreadable) {
      listener.rejected(
          String.valueOf(file.getFileName()), "is not used: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream input = Files.newInputStream(file)) {
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
