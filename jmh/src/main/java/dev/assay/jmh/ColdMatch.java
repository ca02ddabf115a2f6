package dev.assay.jmh;

import dev.assay.match.Matches;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.nio.file.Path;

/// `ColdMatch COPY`: packages a second of a database whose pages are not in memory. The code is
/// warmed on a copy; then the database of {@link Subject} is opened and asked for the first time.
/// Whoever starts it has seen to it that the file is not cached (bench/run does).
public final class ColdMatch {
  private static final int WARMING = 200;

  private ColdMatch() {}

  public static void main(String[] args) throws IOException {
    Subject subject = Subject.fromProperties();
    for (int run = 0; run < WARMING; run++) {
      match(Path.of(args[0]), subject);
    }
    long start = System.nanoTime();
    Matches matches = match(subject.database(), subject);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d packages, %d vulnerabilities in %.1f ms: %.0f packages/s%n",
        subject.packages(),
        matches.vulnerabilities().size(),
        seconds * 1e3,
        subject.packages() / seconds);
  }

  private static Matches match(Path database, Subject subject) throws IOException {
    try (VulnerabilityDatabase opened = VulnerabilityDatabase.open(database)) {
      return new VulnerabilityMatcher(opened, Subject.today()).match(subject.inventory());
    }
  }
}
