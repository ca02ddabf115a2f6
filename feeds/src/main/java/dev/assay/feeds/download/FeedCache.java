package dev.assay.feeds.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The directory that files are fetched into:
///
/// - `feeds/`: whole files, each moved here in one step, with a `manifest.json` that says which day
///   they are of; this is what a database is built from
/// - `partial/`: files that are on their way; what is left of a broken download is gone on with
/// - `downloads.json`: what is known of each file's version
/// - `lock`: held while an update runs
final class FeedCache implements AutoCloseable {
  static final String MANIFEST = "manifest.json";

  private final Path directory;
  private final FileChannel lockFile;
  private final FileLock lock;

  private FeedCache(Path directory, FileChannel lockFile, FileLock lock) {
    this.directory = directory;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /// Makes the directory where it does not exist and takes its lock.
  ///
  /// @throws CacheInUseException where another update has the lock
  static FeedCache open(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("feeds"));
    Files.createDirectories(directory.resolve("partial"));
    FileChannel lockFile =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(lockFile);
    if (lock == null) {
      lockFile.close();
      throw new CacheInUseException(directory);
    }
    return new FeedCache(directory, lockFile, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  Path feeds() {
    return directory.resolve("feeds");
  }

  Path ledger() {
    return directory.resolve("downloads.json");
  }

  Path manifest() {
    return feeds().resolve(MANIFEST);
  }

  Path whole(CachePath path) {
    return path.in(feeds());
  }

  /// Where a file is written while it arrives.
  Path partial(CachePath path) {
    return directory.resolve("partial").resolve(path.value().replace('/', '!') + ".part");
  }

  /// Lets a file that has arrived take the place of an older one, in one step.
  void admit(CachePath path) throws IOException {
    Path whole = whole(path);
    Files.createDirectories(whole.getParent());
    Files.move(
        partial(path), whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
