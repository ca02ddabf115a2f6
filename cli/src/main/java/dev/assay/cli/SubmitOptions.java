package dev.assay.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where evidence is handed in, and under which name.
final class SubmitOptions {
  @Option(
      names = "--submit",
      paramLabel = "URL",
      description =
          "Also hand what was read in to a service, signed with the usual AWS_* credentials.")
  @Nullable String url;

  @Option(
      names = "--resource",
      paramLabel = "ID",
      description =
          "The resource's id in the service. Default: the target's instance id,"
              + " else its host name, else its path.")
  @Nullable String resource;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "A tag of the resource in the service. Repeatable.")
  Map<String, String> tags = new LinkedHashMap<>();

  /// Complains before anything is read.
  void check(int targets) {
    if (url == null && (resource != null || !tags.isEmpty())) {
      throw new InputException("--resource and --tag go with --submit");
    }
    if (resource != null && targets > 1) {
      throw new InputException("--resource names one target, not " + targets);
    }
  }
}
