package dev.assay.assessment.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.reachability.ConfigurationFiles.NamedFile;
import dev.assay.assessment.tenant.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whose the components of a finding's path are.
final class OriginsTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");

  /// The example's network in a folder.
  private static List<String> arns(String folder) throws IOException {
    List<NamedFile> named = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("..", "examples", "network"))) {
      for (Path each : all.sorted().toList()) {
        String text = Files.readString(each);
        named.add(
            new NamedFile(folder + each.getFileName(), text.getBytes(StandardCharsets.UTF_8)));
      }
    }
    Configuration configuration = new ConfigurationFiles(named).read();
    return new NetworkEvaluation(TENANT, configuration, Set.of())
        .resources().stream()
            .filter(each -> each.id().equals("i-web"))
            .flatMap(each -> each.open().stream())
            .flatMap(ports -> ports.path().stream())
            .map(Step::arn)
            .filter(Objects::nonNull)
            .toList();
  }

  @Test
  void a_folder_of_another_account_and_region_names_them_in_the_arns_of_a_path()
      throws IOException {
    assertThat(arns("444455556666/us-west-2/"))
        .contains("arn:aws:ec2:us-west-2:444455556666:instance/i-web")
        .allMatch(arn -> arn.startsWith("arn:aws:ec2:us-west-2:444455556666:"));
  }

  @Test
  void what_nothing_tells_is_taken_for_the_own() throws IOException {
    assertThat(arns(""))
        .contains("arn:aws:ec2:eu-central-1:111122223333:instance/i-web")
        .allMatch(arn -> arn.startsWith("arn:aws:ec2:eu-central-1:111122223333:"));
  }
}
