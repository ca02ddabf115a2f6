package dev.assay.cli;

import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.awsapi.assay.CreateEnrollmentTokenRequest;
import dev.assay.awsapi.assay.CreateEnrollmentTokenResponse;
import dev.assay.awsapi.value.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Agents of a served process, each run of one a run of the program.
///
/// @param url the service's
/// @param directory the service's data directory
record EnrolledAgents(String url, Path directory) {
  static final String REGION = "eu-central-1";

  /// Calls one of Assay's own operations as the administrator.
  <T> T own(String operation, Structure input, Class<T> answer) throws InterruptedException {
    return new ServedOperations(url, administrator()).call(operation, input, answer);
  }

  AwsEnvironment administrator() {
    return new AwsEnvironment(
        Map.of(
            "AWS_SHARED_CREDENTIALS_FILE",
            directory.resolve("admin-credentials").toString(),
            "AWS_REGION",
            REGION));
  }

  /// A new token in a file.
  Path token(int uses) throws IOException, InterruptedException {
    CreateEnrollmentTokenResponse made =
        own(
            "CreateEnrollmentToken",
            CreateEnrollmentTokenRequest.builder().uses(uses).build(),
            CreateEnrollmentTokenResponse.class);
    return Files.writeString(
        directory.resolve("token-" + UUID.randomUUID()),
        new EnrolmentToken(made.token().accessKeyId(), made.secretAccessKey(), REGION, null).line()
            + "\n");
  }

  /// `assay agent --once`.
  Assay once(Path token, Path state, Path root, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("agent", "--server", url, "--token-file", token, "--once"));
    words.addAll(List.of("--state", state, "--root", root));
    words.addAll(List.of(more));
    return Assay.run(words.toArray());
  }
}
