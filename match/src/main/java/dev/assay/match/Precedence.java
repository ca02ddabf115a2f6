package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;

/// Which statements decide where several speak of one vulnerability in one package: the lowest
/// rank does. The package's vendor comes first; within a vendor the record that is kept for the
/// release.
final class Precedence {
  private final Ecosystem ecosystem;

  Precedence(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  int rank(Statement statement) {
    return switch (ecosystem.name()) {
      case "debian" -> debian(statement);
      case "ubuntu" -> statement.source().value().equals("ubuntu-cve-tracker") ? 0 : 1;
      case "redhat" -> redHat(statement);
      default -> 0;
    };
  }

  /// The tracker, then the vulnerability's record exported from it, then a bulletin: a DSA is
  /// written once, the record is kept up for every release.
  private static int debian(Statement statement) {
    if (statement.kind() == Advisory.Kind.BULLETIN) {
      return 2;
    }
    return statement.source().value().equals("debian-tracker") ? 0 : 1;
  }

  /// An erratum of this host's update stream, then one of the main stream, then the state of a
  /// vulnerability that no erratum has fixed.
  private static int redHat(Statement statement) {
    if (statement.affected().naming() == AffectedPackage.Naming.SOURCE) {
      return 2;
    }
    return RepositoryRule.isUpdateStream(statement.affected().repository()) ? 0 : 1;
  }

  /// Whether no other statement can change what an affected judgement of this one says.
  boolean decidesAlone(Statement statement) {
    return ecosystem.name().equals("debian") && statement.source().value().equals("debian-tracker");
  }
}
