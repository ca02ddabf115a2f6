package dev.assay.inventory;

import dev.assay.model.NotEvaluated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The owners of the files that were asked for, from the first question on: who asks again and
/// again for much the same files need not read every list of every package again. The lists
/// themselves are not kept, for they are large.
///
/// Good for as long as the databases stay as they are; for one thread.
public final class RememberedOwners implements FileOwners {
  private static final int MOST = 50_000;

  private final Supplier<? extends FileOwners> databases;
  private final Map<String, Optional<FileOwner>> known = new HashMap<>();
  private @Nullable FileOwners read;
  private List<NotEvaluated> gaps = List.of();

  /// @param databases reads the databases anew
  public RememberedOwners(Supplier<? extends FileOwners> databases) {
    this.databases = databases;
  }

  @Override
  public Optional<FileOwner> ownerOf(String path) {
    Optional<FileOwner> owner = known.get(path);
    if (owner == null) {
      owner = asked(path);
      if (known.size() < MOST) {
        known.put(path, owner);
      }
    }
    return owner;
  }

  private Optional<FileOwner> asked(String path) {
    FileOwners now = read;
    if (now == null) {
      now = databases.get();
      read = now;
    }
    Optional<FileOwner> owner = now.ownerOf(path);
    gaps = now.notEvaluated();
    return owner;
  }

  @Override
  public List<NotEvaluated> notEvaluated() {
    return gaps;
  }

  /// Lets go of the lists; the next file that is new has them read again.
  public void rest() {
    read = null;
  }
}
