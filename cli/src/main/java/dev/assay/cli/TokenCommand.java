package dev.assay.cli;

import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.agent.service.PinnedAuthority;
import dev.assay.awsapi.assay.CreateEnrollmentTokenRequest;
import dev.assay.awsapi.assay.CreateEnrollmentTokenResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay admin token`: makes what lets agents in.
@Command(
    name = "token",
    description = {
      "Makes an enrolment token, which lets agents in, signed with the usual AWS_* credentials.",
      "It holds a secret: without --output it goes to standard output."
    })
final class TokenCommand implements Callable<Integer> {
  private static final int SECONDS_OF_HOUR = 3600;

  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(names = "--server", paramLabel = "URL", required = true, description = "The service.")
  String server = "";

  @Option(
      names = "--uses",
      paramLabel = "NUMBER",
      description = "How many agents it lets in. Default: 1.")
  int uses = 1;

  @Option(
      names = "--hours",
      paramLabel = "NUMBER",
      description = "When it ends. Default: after 1 hour.")
  int hours = 1;

  @Option(names = "--description", paramLabel = "TEXT", description = "A note for the list.")
  @Nullable String description;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it; only its owner may read the file.")
  @Nullable Path output;

  TokenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    AwsEnvironment aws = new AwsEnvironment(System.getenv());
    EnrolmentToken token = create(aws);
    String line = token.line() + "\n";
    if (output == null) {
      terminal.out().write(line.getBytes(StandardCharsets.UTF_8));
      terminal.out().flush();
    } else {
      write(output, line);
      terminal.error("assay: the token " + token.accessKeyId() + " is in " + output);
    }
    return ExitCode.DONE.number();
  }

  private EnrolmentToken create(AwsEnvironment aws) throws InterruptedException {
    CreateEnrollmentTokenResponse made =
        new ServedOperations(server, aws)
            .call(
                "CreateEnrollmentToken",
                CreateEnrollmentTokenRequest.builder()
                    .uses(uses)
                    .expiresInSeconds(hours * SECONDS_OF_HOUR)
                    .description(description)
                    .build(),
                CreateEnrollmentTokenResponse.class);
    return new EnrolmentToken(
        made.token().accessKeyId(),
        made.secretAccessKey(),
        aws.region(),
        server.startsWith("https:") ? fingerprint(aws.certificates()).orElse(null) : null);
  }

  /// The authority that we trust ourselves, where it is not one of the system's.
  private static Optional<String> fingerprint(Optional<Path> certificates) {
    return certificates.map(
        file -> {
          try (InputStream in = Files.newInputStream(file)) {
            return PinnedAuthority.fingerprint(
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
          } catch (IOException | CertificateException unusable) {
            throw new InputException(
                "AWS_CA_BUNDLE " + file + " cannot be used: " + unusable.getMessage(), unusable);
          }
        });
  }

  private static void write(Path file, String line) throws IOException {
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (FileAlreadyExistsException there) {
      throw new InputException("--output " + file + " is there already", there);
    }
  }
}
