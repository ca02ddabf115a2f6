package dev.assay.awsapi.sigv4;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Query;
import dev.assay.awsapi.protocol.Call;
import java.time.Instant;
import java.util.List;

/// Signs what our own client sends.
public final class Signer {
  private final Credentials credentials;
  private final String region;
  private final String service;

  /// @param service the signing name
  public Signer(Credentials credentials, String region, String service) {
    this.credentials = credentials;
    this.region = region;
    this.service = service;
  }

  /// The headers to send the call with.
  ///
  /// @param host as the Host header will say, with its port where it has one
  public Headers sign(Call call, String host, Instant at) {
    String amzDate = AmzDate.format(at);
    Headers headers =
        call.headers()
            .with("host", host)
            .with("x-amz-date", amzDate)
            .with("x-amz-content-sha256", Hashing.sha256(call.body()));
    if (credentials.sessionToken().isPresent()) {
      headers = headers.with("x-amz-security-token", credentials.sessionToken().get());
    }
    Scope scope = new Scope(amzDate.substring(0, 8), region, service);
    List<String> signed = List.copyOf(headers.values().keySet());
    CanonicalRequest canonical =
        new CanonicalRequest(
            call.method(),
            call.rawPath(),
            Query.parse(call.rawQuery()),
            headers,
            signed,
            Hashing.sha256(call.body()));
    String signature =
        Hashing.sign(credentials.secret(), scope, canonical.stringToSign(amzDate, scope));
    return headers.with(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(credentials.accessKeyId(), scope, String.join(";", signed), signature));
  }
}
