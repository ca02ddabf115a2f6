package dev.assay.network.snapshot;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which kinds of components the files of a snapshot list whole, by folder: a folder stands for an
/// account and region. Only what is listed whole says by its silence that something is gone.
///
/// @param places the folder of each instance, VPC and load balancer, by id
/// @param origins whose a component is, by id, where anything tells it
public record Listings(
    Set<Listing> whole, Map<String, String> places, Map<String, Origin> origins) {
  public static final Listings NONE = new Listings(Set.of(), Map.of(), Map.of());

  public Listings {
    whole = new TreeSet<>(whole);
    places = new TreeMap<>(places);
    origins = Map.copyOf(origins);
  }

  /// The components of one kind in one folder.
  ///
  /// @param folder with `/` between its parts; empty for the snapshot's own
  /// @param kind the top-level key: `Reservations`
  public record Listing(String folder, String kind) implements Comparable<Listing> {
    @Override
    public int compareTo(Listing other) {
      int byFolder = folder.compareTo(other.folder);
      return byFolder == 0 ? kind.compareTo(other.kind) : byFolder;
    }

    /// Reads what {@link #text} wrote; no kind has a `/` in it.
    public static Listing parse(String text) {
      int slash = text.lastIndexOf('/');
      return new Listing(text.substring(0, slash), text.substring(slash + 1));
    }

    public String text() {
      return folder + "/" + kind;
    }

    @Override
    public String toString() {
      return folder.isEmpty() ? kind : kind + " of " + folder;
    }
  }

  /// Whose a component is.
  public Origin origin(String id) {
    return origins.getOrDefault(id, Origin.UNKNOWN);
  }

  public boolean isWhole(String folder, String kind) {
    return whole.contains(new Listing(folder, kind));
  }

  /// Those of others that are not among these.
  public Set<Listing> lacking(Set<Listing> others) {
    return others.stream()
        .filter(each -> !whole.contains(each))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
