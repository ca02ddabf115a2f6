package dev.assay.cli;

import dev.assay.store.embedded.DeletedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspectorscan.InspectorScanClient;

/// The AWS SDK's own clients of a served process, as whoever uses AWS's Inspector has them: but for
/// the address nothing is told them, and they try nothing twice.
final class SdkClients {
  private final URI url;
  private final AwsCredentialsProvider credentials;

  SdkClients(String url, Path credentials) {
    this(
        URI.create(url),
        ProfileCredentialsProvider.builder()
            .profileFile(
                ProfileFile.builder()
                    .content(credentials)
                    .type(ProfileFile.Type.CREDENTIALS)
                    .build())
            .build());
  }

  private SdkClients(URI url, AwsCredentialsProvider credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /// The same key, with another secret.
  SdkClients withWrongSecret() {
    return new SdkClients(
        url,
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                credentials.resolveCredentials().accessKeyId(), "another's")));
  }

  InspectorClient classic() {
    return made(InspectorClient.builder(), settings -> {}).build();
  }

  Inspector2Client v2() {
    return made(Inspector2Client.builder(), settings -> {}).build();
  }

  /// One that tells what went over the wire.
  Inspector2Client v2(ExecutionInterceptor interceptor) {
    return made(
            Inspector2Client.builder(), settings -> settings.addExecutionInterceptor(interceptor))
        .build();
  }

  InspectorScanClient scan() {
    return made(InspectorScanClient.builder(), settings -> {}).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B made(
      B builder, Consumer<ClientOverrideConfiguration.Builder> settings) {
    return builder
        .endpointOverride(url)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(credentials)
        .overrideConfiguration(
            override -> {
              override.retryStrategy(DefaultRetryStrategy.doNotRetry());
              settings.accept(override);
            });
  }

  /// A process that serves all tests of this virtual machine, with two hosts handed in.
  static SdkClients shared() {
    return Shared.CLIENTS;
  }

  private static final class Shared {
    static final SdkClients CLIENTS = start();

    private static SdkClients start() {
      try {
        Path directory = Files.createTempDirectory("assay-sdk-");
        ServedProcess served = ServedProcess.startPrepared(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(served, directory)));
        Path credentials = directory.resolve("admin-credentials");
        ServedProcess.submit(
            served.url(), credentials, Assay.root("debian-12"), "web-1", "env=prod");
        ServedProcess.submit(
            served.url(), credentials, Assay.root("almalinux-9"), "db-1", "env=test");
        return new SdkClients(served.url(), credentials);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static void end(ServedProcess served, Path directory) {
      served.close();
      try {
        DeletedTree.of(directory);
      } catch (IOException left) {
        System.err.println(directory + " was left: " + left);
      }
    }
  }
}
