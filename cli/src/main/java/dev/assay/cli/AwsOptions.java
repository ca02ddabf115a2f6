package dev.assay.cli;

import dev.assay.aws.network.AccountAccess;
import dev.assay.aws.network.CollectionFailedException;
import dev.assay.aws.network.NetworkCollector;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that collect a snapshot from AWS instead of reading one.
final class AwsOptions {
  @Option(
      names = "--aws",
      description = "Collect the snapshot from AWS, with the credentials that the AWS CLI uses.")
  boolean live;

  @Option(names = "--profile", paramLabel = "NAME", description = "The profile to use, with --aws.")
  @Nullable String profile;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "A region to collect, with --aws. Repeatable. Default: the profile's.")
  List<String> regions = new ArrayList<>();

  @Option(
      names = "--role-arn",
      paramLabel = "ARN",
      description = "A role to assume and collect its account, with --aws. Repeatable.")
  List<String> roles = new ArrayList<>();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Another endpoint than AWS's, with --aws.")
  @Nullable URI endpoint;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Keep the snapshot in this directory, with --aws; new or empty.")
  @Nullable Path save;

  /// Complains before anything is called.
  void check(@Nullable Path snapshot) {
    boolean details =
        profile != null
            || !regions.isEmpty()
            || !roles.isEmpty()
            || endpoint != null
            || save != null;
    if (!live && details) {
      throw new InputException(
          "--profile, --region, --role-arn, --endpoint-url and --save go with --aws");
    }
    if (live == (snapshot != null)) {
      throw new InputException("give either a SNAPSHOT or --aws");
    }
  }

  /// Collects.
  ///
  /// @return where the snapshot is; a directory of this process where it is not to be kept
  Path collect(Consumer<String> progress) throws IOException {
    Path directory = save == null ? Files.createTempDirectory("assay-network-") : kept(save);
    try {
      new NetworkCollector(
              new AccountAccess(profile, regions, roles, endpoint),
              (name, json) -> {
                Path file = directory.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, json);
              },
              progress)
          .collect();
      return directory;
    } catch (CollectionFailedException failed) {
      discard(directory);
      throw new InputException("--aws: " + failed.getMessage(), failed);
    }
  }

  private static Path kept(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new InputException("--save " + directory + " is not empty");
        }
      }
    }
    return Files.createDirectories(directory);
  }

  /// Removes a snapshot that is not to be kept.
  void discard(Path directory) throws IOException {
    if (save == null) {
      List<Path> all;
      try (Stream<Path> tree = Files.walk(directory)) {
        all = tree.toList();
      }
      for (Path each : all.reversed()) {
        Files.delete(each);
      }
    }
  }
}
