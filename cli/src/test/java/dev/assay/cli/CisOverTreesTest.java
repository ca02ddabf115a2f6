package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.host.TreeHost;
import dev.assay.scap.evaluation.BenchmarkEvaluation;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.probe.Semantics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `assay cis --strict` against the results of OpenSCAP 1.4.5 over the same trees.
@Tag("slow")
class CisOverTreesTest {
  private static final Path SCAP = Path.of("../../shared/scap").toAbsolutePath().normalize();
  private static final String ROOT = "bookworm-server";

  @TempDir static Path directory;

  @BeforeAll
  static void unpackTheRoot() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isDirectory(SCAP), "shared data absent: scap");
    Object user = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    Assumptions.assumeTrue(user.equals(0), "only root can unpack a tree with its owners");
    unpack("roots-bookworm-server", directory);
  }

  @Test
  void agreesOverAServerWithoutAKernel() throws IOException {
    assertAgrees(
        directory.resolve(ROOT), "debian12", "cis_level2_server", "bookworm-server-d12-cisl2");
  }

  @Test
  void agreesOverAVirtualMachine() throws IOException, InterruptedException {
    assertAgrees(variant("bookworm-vm"), "debian12", "cis_level2_server", "bookworm-vm-d12-cisl2");
  }

  @Test
  void agreesOverRedHat() throws IOException, InterruptedException {
    assertAgrees(variant("hybrid-rhel9"), "rhel9", "cis", "hybrid-rhel9-083-cis");
  }

  private static void assertAgrees(Path tree, String content, String profile, String expected)
      throws IOException {
    Assay assay =
        Assay.run(
            "cis",
            tree,
            "--content",
            SCAP.resolve("content/ssg-" + content + "-ds.xml.xz"),
            "--profile",
            profile,
            "--strict",
            "--format",
            "json");
    assertThat(assay.exitCode()).as(assay.err()).isZero();
    Map<String, String> results = new TreeMap<>();
    for (JsonNode result : assay.json().get("results")) {
      results.put(result.get("rule").asString(), result.get("status").asString());
    }
    assertThat(results).isEqualTo(expected(expected));
  }

  @Test
  void collectsTheItemsThatTheArfOfAVirtualMachineHas() throws IOException, InterruptedException {
    assertItems(variant("bookworm-vm"), "debian12", "cis_level2_server", "bookworm-vm-d12-cisl2");
  }

  @Test
  void collectsTheItemsThatTheArfOfRedHatHas() throws IOException, InterruptedException {
    assertItems(variant("hybrid-rhel9"), "rhel9", "cis", "hybrid-rhel9-083-cis");
  }

  private static void assertItems(Path tree, String content, String profile, String expected)
      throws IOException {
    BenchmarkContent benchmark =
        BenchmarkContent.read(SCAP.resolve("content/ssg-" + content + "-ds.xml.xz"));
    Map<String, Collected> collected =
        BenchmarkEvaluation.evaluate(
                benchmark.content(),
                benchmark.profile(profile),
                TreeHost.at(tree),
                Semantics.OPENSCAP)
            .collected();
    Map<String, String> theirs = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    CollectedInArf.read(SCAP.resolve("expected/" + expected + ".arf.xml.xz"))
        .forEach(
            (object, items) -> {
              Collected own = collected.get(object);
              // What decides nothing is not collected here; and time has gone on since.
              if (own != null && !object.contains("last_change_is_in_past_time_diff")) {
                theirs.put(object, items);
                ours.put(object, CollectedInArf.shown(own));
              }
            });
    assertThat(theirs).hasSizeGreaterThan(900);
    assertThat(ours).isEqualTo(theirs);
  }

  private static Map<String, String> expected(String name) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(SCAP.resolve("expected/" + name + ".rules.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[1].equals("notselected")) {
        expected.put(cells[0], cells[1]);
      }
    }
    return expected;
  }

  private static Path variant(String name) throws IOException, InterruptedException {
    Path tree = directory.resolve(name);
    if (Files.isDirectory(tree)) {
      return tree;
    }
    run("cp", "-a", directory.resolve(ROOT).toString(), tree.toString());
    Path removed = SCAP.resolve("trees/delta-" + name + ".removed.txt");
    if (Files.exists(removed)) {
      for (String path : Files.readAllLines(removed)) {
        run("rm", "-rf", tree.resolve(path).toString());
      }
    }
    unpack("delta-" + name, tree);
    return tree;
  }

  private static void unpack(String archive, Path into) throws IOException, InterruptedException {
    run(
        "tar",
        "--numeric-owner",
        "-C",
        into.toString(),
        "-xpJf",
        SCAP.resolve("trees/" + archive + ".tar.xz").toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
