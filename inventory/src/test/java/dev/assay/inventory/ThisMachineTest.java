package dev.assay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The machine the tests run on, with its own tools as the judge.
class ThisMachineTest {

  @Test
  void the_packages_of_this_machine_are_those_dpkg_query_lists() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-query")), "dpkg-query absent");

    Inventory inventory = thisMachine();

    List<String> ours =
        inventory.packages().stream()
            .filter(installed -> installed.type() == PackageType.DEB)
            .map(ThisMachineTest::line)
            .sorted()
            .toList();
    assertThat(ours).isEqualTo(dpkgQuery());
    assertThat(inventory.notEvaluated()).noneMatch(gap -> gap.gap() == Gap.WHOLE);
  }

  @Test
  void the_kernel_and_the_processor_are_those_uname_names() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/sys/kernel/osrelease")), "no Linux");

    Inventory inventory = thisMachine();

    assertThat(inventory.kernel()).isEqualTo(new Kernel.Running(run("uname", "-r").strip()));
    assertThat(inventory.os())
        .extracting(OperatingSystem::architecture)
        .isEqualTo(run("uname", "-m").strip());
  }

  private static Inventory thisMachine() throws IOException {
    return InventoryReader.standard().read(DirectoryTree.at(Path.of("/")), "/");
  }

  private static String line(InstalledPackage p) {
    return String.join(
        "|",
        p.name(),
        p.version(),
        p.architecture(),
        p.sourceName(),
        p.sourceVersion(),
        p.state().word());
  }

  private static List<String> dpkgQuery() throws Exception {
    String format =
        "${Package}|${Version}|${Architecture}|${source:Package}|${source:Version}|"
            + "${db:Status-Status}\n";
    return run("dpkg-query", "-W", "-f", format)
        .lines()
        .filter(line -> !line.endsWith("|config-files") && !line.endsWith("|not-installed"))
        .sorted()
        .toList();
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
