package dev.assay.inventory.rpm;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.LimitExceededException;
import dev.assay.inventory.tree.LocalCopy;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An open database file with its write-ahead log, read where it lies; of a tree that is no
/// directory, from a temporary copy. Nothing is written or locked beside it.
final class DatabaseFile implements AutoCloseable {
  private static final long LONGEST_FILE = 4L << 30;
  private static final long LONGEST_LOG = 1L << 30;
  private static final int COUNTER_BYTES = 512;
  private static final String LOG = "-wal";
  private static final RandomAccessBytes NOTHING = RandomAccessBytes.of(new byte[0]);

  private final FileChannel main;
  private final @Nullable FileChannel log;
  private final @Nullable LocalCopy copy;

  private DatabaseFile(FileChannel main, @Nullable FileChannel log, @Nullable LocalCopy copy) {
    this.main = main;
    this.log = log;
    this.copy = copy;
  }

  static Lookup<DatabaseFile> open(FileTree tree, String path) {
    Optional<Path> local = tree.localFile(path);
    return local.isPresent()
        ? open(path, local.get(), null)
        : LocalCopy.of(tree, LONGEST_FILE, path, path + LOG)
            .then(copy -> open(path, copy.file(), copy));
  }

  private static Lookup<DatabaseFile> open(String path, Path file, @Nullable LocalCopy copy) {
    Path log = file.resolveSibling(file.getFileName() + LOG);
    FileChannel main = null;
    try {
      main = channel(file, LONGEST_FILE);
      boolean logged = Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS);
      return new Lookup.Found<>(
          new DatabaseFile(main, logged ? channel(log, LONGEST_LOG) : null, copy));
    } catch (IOException e) {
      close(main);
      Reason reason = e instanceof LimitExceededException ? Reason.LIMIT : Reason.UNREADABLE;
      return new Lookup.Unreadable<>(path, reason, IoReason.of(e));
    }
  }

  private static FileChannel channel(Path file, long limit) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    if (channel.size() > limit) {
      channel.close();
      throw new LimitExceededException(limit);
    }
    return channel;
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was only read from; why it could not be opened is what counts.
    }
  }

  /// Whether it is a copy, which nobody else writes to.
  boolean isCopy() {
    return copy != null;
  }

  RandomAccessBytes main() {
    return RandomAccessBytes.of(main);
  }

  /// Empty where there is none.
  RandomAccessBytes log() {
    return log == null ? NOTHING : RandomAccessBytes.of(log);
  }

  /// What changes when somebody writes to the database: two equal states around a reading show
  /// that it was not disturbed. Each form keeps a counter in its first bytes; what SQLite's log
  /// holds shows in its last checksum.
  State state() throws IOException {
    int length = (int) Math.min(COUNTER_BYTES, main.size());
    return new State(
        ByteBuffer.wrap(main().read(0, length)), main.size(), WriteAheadLog.read(log()).checksum());
  }

  /// The file's first bytes, its length, and the log's last checksum.
  record State(ByteBuffer beginning, long size, long logChecksum) {}

  @Override
  public void close() throws IOException {
    main.close();
    if (log != null) {
      log.close();
    }
    if (copy != null) {
      copy.close();
    }
  }
}
