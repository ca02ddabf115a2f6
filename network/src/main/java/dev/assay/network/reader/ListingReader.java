package dev.assay.network.reader;

import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.Listings.Listing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notes which listings the files hold, and which of them are cut: one with a record that cannot be
/// used, or one whose every page says that another follows.
final class ListingReader {
  private static final List<String> MORE = List.of("NextToken", "NextMarker");
  private final Set<Listing> broken = new HashSet<>();
  private final Set<Listing> ended = new HashSet<>();
  private final Map<String, String> places = new HashMap<>();
  private final OriginReader origins = new OriginReader();

  /// A file has records of a kind.
  ///
  /// @param page what is beside them
  void found(String file, String kind, Json page) {
    if (MORE.stream().noneMatch(key -> page.text(key).isPresent())) {
      ended.add(new Listing(folder(file), kind));
    }
  }

  void broken(String file, String kind) {
    broken.add(new Listing(folder(file), kind));
  }

  /// A record was read.
  void read(String file, String kind, Json record) {
    origins.read(folder(file), kind, record);
    switch (kind) {
      case "Reservations" -> record.texts("Instances", "InstanceId").forEach(id -> put(id, file));
      case "Instances" -> record.text("InstanceId").ifPresent(id -> put(id, file));
      case "LoadBalancers" -> record.text("LoadBalancerArn").ifPresent(arn -> put(arn, file));
      case "LoadBalancerDescriptions" ->
          record.text("LoadBalancerName").ifPresent(name -> put(name, file));
      case "Vpcs" -> record.text("VpcId").ifPresent(id -> put(id, file));
      default -> {}
    }
  }

  private void put(String id, String file) {
    places.put(id, folder(file));
  }

  private static String folder(String file) {
    String path = file.replace('\\', '/');
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  Listings listings() {
    Set<Listing> whole = new HashSet<>(ended);
    whole.removeAll(broken);
    return new Listings(whole, places, origins.origins());
  }
}
