package dev.assay.awsapi.sigv4;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Query;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.sigv4.CanonicalRequest.PathForm;
import java.time.Instant;
import java.util.List;

/// Signs what our own client sends.
public final class Signer {
  private final Credentials credentials;
  private final String region;
  private final String service;

  private final PathForm pathForm;

  /// @param service the signing name
  public Signer(Credentials credentials, String region, String service) {
    this(credentials, region, service, PathForm.NORMALISED);
  }

  private Signer(Credentials credentials, String region, String service, PathForm pathForm) {
    this.credentials = credentials;
    this.region = region;
    this.service = service;
    this.pathForm = pathForm;
  }

  /// A signer for S3, which hashes paths as they are sent.
  public static Signer forS3(Credentials credentials, String region) {
    return new Signer(credentials, region, "s3", PathForm.AS_SENT);
  }

  /// The headers to send the call with.
  ///
  /// @param host as the Host header will say, with its port where it has one
  public Headers sign(Call call, String host, Instant at) {
    return sign(call, host, Hashing.sha256(call.body()), at);
  }

  /// The headers to send a call with whose body is sent from elsewhere.
  ///
  /// @param host as the Host header will say, with its port where it has one
  /// @param payloadHash the SHA-256 of the body, in hexadecimal
  public Headers sign(Call call, String host, String payloadHash, Instant at) {
    String amzDate = AmzDate.format(at);
    Headers headers =
        call.headers()
            .with("host", host)
            .with("x-amz-date", amzDate)
            .with("x-amz-content-sha256", payloadHash);
    if (credentials.sessionToken().isPresent()) {
      headers = headers.with("x-amz-security-token", credentials.sessionToken().get());
    }
    Scope scope = new Scope(amzDate.substring(0, 8), region, service);
    List<String> signed = List.copyOf(headers.values().keySet());
    CanonicalRequest canonical =
        new CanonicalRequest(
            call.method(),
            call.rawPath(),
            pathForm,
            Query.parse(call.rawQuery()),
            headers,
            signed,
            payloadHash);
    String signature =
        Hashing.sign(credentials.secret(), scope, canonical.stringToSign(amzDate, scope));
    return headers.with(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(credentials.accessKeyId(), scope, String.join(";", signed), signature));
  }
}
