package dev.assay.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which CVSS score stands for a vulnerability where there is room for one. The score that decides
/// a severity and the score that is shown beside it are the same, or readers see a critical 7.3.
///
/// NVD's comes first, then the CNA's (under its own short name, such as `curl`), then those of
/// others; of one scorer v3 comes first, since every source gives one, then v4, then v2; of two
/// equals the first.
public final class CvssPreference {
  private static final String NVD = "NVD";

  /// Who scores what is not theirs: distributions, and CISA where it adds to a CNA's record.
  private static final Set<String> OTHERS = Set.of("CISA-ADP", "ADP", "Red Hat", "SUSE", "Ubuntu");

  private static final List<String> VERSIONS = List.of("3.1", "3.0", "4.0", "2.0");

  private CvssPreference() {}

  /// Empty only where there is no score at all.
  public static Optional<CvssScore> of(List<CvssScore> scores) {
    return scores.stream()
        .min(
            Comparator.comparingInt((CvssScore score) -> scorerRank(score.scorer()))
                .thenComparingInt(score -> versionRank(score.version())));
  }

  private static int scorerRank(String scorer) {
    if (scorer.equals(NVD)) {
      return 0;
    }
    return OTHERS.contains(scorer) ? 2 : 1;
  }

  private static int versionRank(String version) {
    int position = VERSIONS.indexOf(version);
    return position < 0 ? VERSIONS.size() : position;
  }
}
