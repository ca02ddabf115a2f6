package dev.assay.feeds.amazon;

import dev.assay.feeds.rpm.RpmBuild;
import java.util.ArrayList;
import java.util.List;

/// An update of an updateinfo document while it is read; both forms fill it.
final class Bulletin {
  String id = "";
  String title = "";
  String issued = "";
  String updated = "";
  String severity = "";
  String description = "";
  final List<Reference> references = new ArrayList<>();
  final List<Collection> collections = new ArrayList<>();

  /// A reference; `type` is `cve` or another vendor's name.
  record Reference(String type, String id, String href) {}

  /// The packages of one repository.
  ///
  /// @param shortName `amazon-linux-2---docker`
  /// @param problems packages that could not be read
  record Collection(String shortName, List<RpmBuild> builds, List<String> problems) {
    Collection(String shortName) {
      this(shortName, new ArrayList<>(), new ArrayList<>());
    }
  }
}
