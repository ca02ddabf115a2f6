package dev.assay.feeds.documents;

import dev.assay.feeds.FeedImporter;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.VendorStatus;
import dev.assay.model.VulnerabilityId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The sums of what an importer emits of a whole pack.
public final class Totals {
  public long documents;
  public long unrecognised;
  public long advisories;
  public long affected;

  /// Statements on repositories that begin with `rhel_software_collections`.
  public long softwareCollections;

  public final Map<VendorStatus, Long> statuses = new EnumMap<>(VendorStatus.class);

  /// Advisories by ecosystem and repository, `amazon:2 core`.
  public final Map<String, Long> repositories = new TreeMap<>();

  public final Set<VulnerabilityId> vulnerabilities = new HashSet<>();
  public final List<String> rejected = new ArrayList<>();

  /// Reads a pack, one document after the other.
  public static Totals of(FeedImporter importer, String pack) throws IOException {
    Totals totals = new Totals();
    SharedPack.visit(pack, document -> totals.read(importer, document));
    return totals;
  }

  private void read(FeedImporter importer, Document document) {
    documents++;
    if (!importer.recognises(document)) {
      unrecognised++;
      return;
    }
    try {
      importer.read(document, this::add);
    } catch (IOException unreadable) {
      throw new AssertionError(document.path(), unreadable);
    }
  }

  private void add(FeedRecord feedRecord) {
    if (feedRecord instanceof Advisory advisory) {
      advisories++;
      affected += advisory.affected().size();
      vulnerabilities.addAll(advisory.vulnerabilities());
      Set<String> places = new HashSet<>();
      for (AffectedPackage one : advisory.affected()) {
        statuses.merge(one.status(), 1L, Long::sum);
        if (one.repository().startsWith("rhel_software_collections")) {
          softwareCollections++;
        }
        places.add(one.ecosystem() + " " + one.repository());
      }
      places.forEach(place -> repositories.merge(place, 1L, Long::sum));
    } else if (feedRecord instanceof RejectedRecord refused) {
      rejected.add(refused.why());
    }
  }
}
