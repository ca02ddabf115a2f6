package dev.assay.server.export;

import dev.assay.assessment.export.Depot;
import dev.assay.assessment.export.Destination;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.export.ExportFailedException;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.UriText;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.sigv4.Signer;
import dev.assay.server.http.SignedClient;
import dev.assay.server.setting.ExportSettings;
import dev.assay.server.tls.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Buckets of S3, or of anything that speaks its protocol: one PutObject for each document, the
/// bucket in the path, signed by Signature Version 4.
public final class S3Depot implements Depot {
  private static final Duration ANSWERING = Duration.ofMinutes(10);

  /// What one PutObject takes at most.
  private static final long LARGEST = 5L << 30;

  private final ExportSettings.S3 settings;
  private final Path spool;
  private final Signer signer;
  private final InstantSource clock;
  private final SignedClient client = new SignedClient(ANSWERING);

  /// @param spool a directory where documents are until they are sent
  public S3Depot(ExportSettings.S3 settings, Path spool, InstantSource clock) {
    this.settings = settings;
    this.spool = spool;
    this.signer = Signer.forS3(settings.credentials(), settings.region());
    this.clock = clock;
  }

  @Override
  public long put(
      Tenant tenant, Destination destination, String key, String mediaType, ExportContent.Body body)
      throws IOException {
    PrivateFile.makeDirectory(spool);
    try (Spool document = Spool.write(spool, body)) {
      if (document.size() > LARGEST) {
        throw new ExportFailedException(
            ExportProblem.INTERNAL_ERROR,
            "The document has more than the 5 GiB that one object takes; narrow the filter.");
      }
      SignedClient.Answer answer = send(destination, key, mediaType, document);
      if (answer.status() != 200) {
        refused(answer);
      }
      return document.size();
    }
  }

  private SignedClient.Answer send(
      Destination destination, String key, String mediaType, Spool document) throws IOException {
    Headers headers = Headers.NONE.with("content-type", mediaType);
    if (settings.kms()) {
      headers =
          headers
              .with("x-amz-server-side-encryption", "aws:kms")
              .with("x-amz-server-side-encryption-aws-kms-key-id", destination.kmsKey());
    }
    URI endpoint = settings.endpoint();
    String path =
        endpoint.getRawPath().replaceAll("/$", "")
            + "/"
            + UriText.encode(destination.bucket())
            + "/"
            + Arrays.stream(key.split("/", -1))
                .map(UriText::encode)
                .collect(Collectors.joining("/"));
    Headers signed =
        signer.sign(
            new Call("PUT", path, "", headers, new byte[0]),
            endpoint.getRawAuthority(),
            document.sha256(),
            clock.instant());
    return client.send(
        "PUT",
        URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path),
        signed,
        HttpRequest.BodyPublishers.ofFile(document.file()));
  }

  /// What can be mended by nobody but the asker fails; what may be over soon is tried again.
  private static void refused(SignedClient.Answer answer) throws IOException {
    int status = answer.status();
    String code = answer.code();
    String said = answer.words("S3");
    if (code.startsWith("KMS.") || code.equals("InvalidArgument")) {
      throw new ExportFailedException(
          ExportProblem.MALFORMED_KMS_KEY, said + " to the key that was named.");
    }
    if (code.equals("NoSuchBucket") || status == 404) {
      throw new ExportFailedException(ExportProblem.BUCKET_NOT_FOUND, said + ".");
    }
    if (status == 301 || status == 307 || code.equals("AuthorizationHeaderMalformed")) {
      throw new ExportFailedException(
          ExportProblem.INCOMPATIBLE_BUCKET_REGION,
          said + ": the bucket is in another region than the server's settings name.");
    }
    if (status == 401 || status == 403) {
      throw new ExportFailedException(ExportProblem.INVALID_PERMISSIONS, said + ".");
    }
    if (status == 400) {
      throw new ExportFailedException(ExportProblem.INTERNAL_ERROR, said + ".");
    }
    throw new IOException(said);
  }
}
