package dev.assay.cli;

import dev.assay.assessment.evidence.Advisories;
import dev.assay.vulndb.RememberedDetails;
import dev.assay.vulndb.VulnerabilityDatabase;
import dev.assay.vulndb.file.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The advisory database as it is now: a file that takes another one's place is used within
/// seconds, once every byte of it was checked. One that cannot be used leaves what was there
/// before, and is said in the log once.
final class LiveAdvisories implements Advisories {
  private static final Logger LOG = Logger.getLogger(LiveAdvisories.class.getName());
  private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();

  private final Path file;
  private volatile Edition edition;
  private @Nullable Stamp stamp;
  private final LongSupplier nanoTime;
  private volatile long looked;

  private LiveAdvisories(Path file, Edition edition, @Nullable Stamp stamp, LongSupplier nanoTime) {
    this.file = file;
    this.edition = edition;
    this.stamp = stamp;
    this.nanoTime = nanoTime;
    this.looked = nanoTime.getAsLong();
  }

  /// Opens what an option names, as every command does.
  ///
  /// @param nanoTime as {@link System#nanoTime}
  static LiveAdvisories of(DatabaseOption option, LongSupplier nanoTime) {
    Path file = option.location();
    Stamp stamp = Stamp.of(file);
    VulnerabilityDatabase database = option.openWhileReachable();
    return new LiveAdvisories(file, edition(database), stamp, nanoTime);
  }

  @Override
  public Edition current() {
    if (nanoTime.getAsLong() - looked >= LOOK_AGAIN) {
      look();
    }
    return edition;
  }

  private synchronized void look() {
    looked = nanoTime.getAsLong();
    Stamp now = Stamp.of(file);
    if (now == null || now.equals(stamp)) {
      return;
    }
    stamp = now;
    try {
      VulnerabilityDatabase database = VulnerabilityDatabase.openWhileReachable(file);
      database.verify();
      edition = edition(database);
      LOG.info(() -> "advisory database: now " + edition.id());
    } catch (IOException | DatabaseException unusable) {
      LOG.log(
          Level.WARNING,
          unusable,
          () -> "advisory database " + file + " cannot be used; going on with " + edition.id());
    }
  }

  /// Another version of Assay may judge otherwise, and makes its own starter set at each start.
  private static Edition edition(VulnerabilityDatabase database) {
    String content =
        database.info().starter() ? "starter set" : "advisories of " + database.edition();
    return new Edition(content + ", Assay " + AssayVersion.text(), new RememberedDetails(database));
  }

  /// By what a file is told from the one before it.
  private record Stamp(FileTime modified, long size, @Nullable Object key) {
    /// Null where there is none to be seen.
    static @Nullable Stamp of(Path file) {
      try {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            seen.lastModifiedTime(), seen.size(), Objects.requireNonNullElse(seen.fileKey(), ""));
      } catch (IOException unseen) {
        return null;
      }
    }
  }
}
