package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fifty seeded changes of a tree, after every fifth of which each test of the content has the
/// result that `oscap oval eval` gives: the changes change what OVAL says, and nothing else.
@Tag("slow")
class MutatedTreesTest {
  private static final Path SCAP = Path.of("../../shared/scap").toAbsolutePath().normalize();
  private static final int ROUNDS = 10;
  private static final int CHANGES = 5;
  private static final long SEED = 20_261_128;

  @TempDir static Path directory;

  @Test
  void changesOfATreeChangeTheSameResultsInBoth() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isDirectory(SCAP), "shared data absent: scap");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/oscap")), "oscap is not installed");
    Object user = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    Assumptions.assumeTrue(user.equals(0), "only root can unpack a tree with its owners");
    Path tree = unpack("roots-bookworm-server").resolve("bookworm-server");
    OvalOracle oracle =
        OvalOracle.of(
            BenchmarkContent.read(SCAP.resolve("content/ssg-debian12-ds.xml.xz")),
            "ssg-debian12-oval.xml",
            directory);
    TreeMutations mutations = new TreeMutations(tree, new Random(SEED));
    Map<String, String> before = compared(oracle, tree, "the tree as it is");
    assertThat(before).hasSizeGreaterThan(1400);
    int changed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder done = new StringBuilder("after");
      for (int i = 0; i < CHANGES; i++) {
        done.append("\n  ").append(mutations.next());
      }
      Map<String, String> after = compared(oracle, tree, done.toString());
      for (Map.Entry<String, String> test : after.entrySet()) {
        changed += test.getValue().equals(before.get(test.getKey())) ? 0 : 1;
      }
      before = after;
    }
    assertThat(changed).as("results that the changes changed").isGreaterThanOrEqualTo(ROUNDS);
  }

  /// The results of both, which are the same; of tests whose variables have no value here oscap
  /// says error or false and Assay unknown, so that they are no part of this.
  private static Map<String, String> compared(OvalOracle oracle, Path tree, String when)
      throws IOException, InterruptedException {
    Map<String, String> ours = oracle.assay(tree);
    Map<String, String> theirs = oracle.oscap(tree);
    theirs.keySet().removeIf(test -> ours.getOrDefault(test, "unknown").equals("unknown"));
    ours.keySet().retainAll(theirs.keySet());
    assertThat(new TreeMap<>(ours)).as(when).isEqualTo(theirs);
    return theirs;
  }

  /// Without most of what no benchmark looks at, as oscap walks through all of it many times.
  private static Path unpack(String archive) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder(
                "tar",
                "--numeric-owner",
                "--exclude=*/usr/share/*",
                "--exclude=*/usr/lib/*-linux-gnu/*",
                "--exclude=*/var/lib/dpkg/info/*",
                "-C",
                directory.toString(),
                "-xpJf",
                SCAP.resolve("trees/" + archive + ".tar.xz").toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    return directory;
  }
}
