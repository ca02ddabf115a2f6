package dev.assay.inventory;

import dev.assay.inventory.apk.ApkFileCataloguer;
import dev.assay.inventory.dpkg.DpkgFileCataloguer;
import dev.assay.inventory.rpm.RpmFileCataloguer;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which package owns which file of a root. A file that a package owns is covered by its
/// distribution's advisories, whatever else it looks like.
///
/// Nothing is read before the first question. Where `/bin` is a link to `/usr/bin`, as on every
/// merged system, the two names of a file are one.
public final class FileOwnership implements FileOwners {
  private static final int MOST_PATHS = 5_000_000;
  private static final List<String> MERGED =
      List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32", "usr/sbin", "usr/lib64", "var/run");

  private final FileTree tree;
  private final List<FileCataloguer> cataloguers;
  private final Set<NotEvaluated> gaps = new LinkedHashSet<>();
  private @Nullable Map<String, FileOwner> owners;
  private Map<String, String> aliases = Map.of();

  /// The ownership of the files of `tree`, read by the given cataloguers.
  public FileOwnership(FileTree tree, List<FileCataloguer> cataloguers) {
    this.tree = tree;
    this.cataloguers = List.copyOf(cataloguers);
  }

  /// The ownership of the files of `tree`, read by every cataloguer there is.
  public static FileOwnership of(FileTree tree) {
    return new FileOwnership(
        tree, List.of(new DpkgFileCataloguer(), new RpmFileCataloguer(), new ApkFileCataloguer()));
  }

  @Override
  public synchronized Optional<FileOwner> ownerOf(String path) {
    return Optional.ofNullable(owners().get(canonical(path)));
  }

  /// Complete after the first question.
  @Override
  public synchronized List<NotEvaluated> notEvaluated() {
    return List.copyOf(gaps);
  }

  private Map<String, FileOwner> owners() {
    Map<String, FileOwner> known = owners;
    if (known == null) {
      aliases = aliases();
      Collected collected = new Collected();
      cataloguers.forEach(cataloguer -> cataloguer.readFiles(tree, collected));
      known = collected.owners;
      owners = known;
    }
    return known;
  }

  private Map<String, String> aliases() {
    Map<String, String> links = new LinkedHashMap<>();
    for (String directory : MERGED) {
      if (tree.resolve(directory) instanceof Lookup.Found<String> target
          && !target.value().equals(directory)) {
        links.put(directory + "/", target.value() + "/");
      }
    }
    return links;
  }

  private String canonical(String path) {
    int start = 0;
    while (start < path.length() && (path.charAt(start) == '/' || path.startsWith("./", start))) {
      start++;
    }
    String relative = path.substring(start);
    for (Map.Entry<String, String> alias : aliases.entrySet()) {
      if (relative.startsWith(alias.getKey())) {
        return alias.getValue() + relative.substring(alias.getKey().length());
      }
    }
    return relative;
  }

  private final class Collected implements FileCataloguer.FileSink {
    private final Map<String, FileOwner> owners = new HashMap<>();

    @Override
    public void owns(FileOwner owner, String path) {
      if (owners.size() < MOST_PATHS) {
        owners.putIfAbsent(canonical(path), owner);
      } else {
        gaps.add(
            new NotEvaluated(
                "file ownership",
                Reason.LIMIT,
                "The packages own more than " + MOST_PATHS + " files; the rest was not read.",
                Gap.PART));
      }
    }

    @Override
    public void notEvaluated(NotEvaluated gap) {
      gaps.add(gap);
    }
  }
}
