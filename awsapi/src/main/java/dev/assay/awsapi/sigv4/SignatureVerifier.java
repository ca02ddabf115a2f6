package dev.assay.awsapi.sigv4;

import dev.assay.awsapi.endpoint.Authenticator;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.value.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Believes a request that is signed with a key that we know, for this service, now.
public final class SignatureVerifier implements Authenticator {
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private final SigningKeys keys;
  private final InstantSource clock;

  public SignatureVerifier(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Caller authenticate(Request request, byte[] body, String signingName, String requestId) {
    Claim claim = Claim.of(request);
    checkScope(claim, signingName);
    checkTime(claim);
    checkHeaders(claim, request);
    SigningKey key =
        keys.find(claim.accessKeyId())
            .orElseThrow(() -> unknown("The access key is not known, or no longer good."));
    checkToken(claim, key);
    CanonicalRequest canonical =
        new CanonicalRequest(
            request.method(),
            request.rawPath(),
            CanonicalRequest.PathForm.NORMALISED,
            claim.query(),
            request.headers(),
            claim.signedHeaders(),
            payloadHash(claim, body));
    String expected =
        Hashing.sign(
            key.secret(), claim.scope(), canonical.stringToSign(claim.amzDate(), claim.scope()));
    if (!Hashing.areEqual(expected, claim.signature())) {
      throw invalid("The signature is not the one that this request has under this key.");
    }
    return new Caller(
        key.accountId(), key.identity(), key.accessKeyId(), claim.scope().region(), requestId);
  }

  private static void checkScope(Claim claim, String signingName) {
    if (!claim.scope().service().equals(signingName)) {
      throw invalid(
          "The request is signed for the service '%s', not for '%s'."
              .formatted(claim.scope().service(), signingName));
    }
    if (!claim.scope().region().matches("[a-z0-9-]{1,64}")) {
      throw invalid("The region of the signature is no region.");
    }
  }

  private void checkTime(Claim claim) {
    Instant signed = claim.signedAt();
    Instant now = clock.instant();
    if (signed.isAfter(now.plus(SKEW))) {
      throw invalid("The request is signed in the future: " + claim.amzDate() + ".");
    }
    Duration validity = claim.validity().orElse(SKEW);
    if (now.isAfter(signed.plus(validity))) {
      throw invalid("The signature has expired; it was made at " + claim.amzDate() + ".");
    }
  }

  /// What decides about the operation must be signed, or whoever relays the request could change
  /// it.
  private static void checkHeaders(Claim claim, Request request) {
    List<String> signed = claim.signedHeaders();
    for (String name : request.headers().values().keySet()) {
      if (name.startsWith("x-amz-") && !signed.contains(name)) {
        throw invalid("The header " + name + " is sent and not signed.");
      }
    }
    if (request.headers().all("host").size() != 1) {
      throw invalid("The request must have the header host once.");
    }
  }

  private static void checkToken(Claim claim, SigningKey key) {
    Optional<String> given = claim.sessionToken();
    boolean good =
        key.sessionToken().isEmpty()
            ? given.isEmpty()
            : given.isPresent() && Hashing.areEqual(key.sessionToken().get(), given.get());
    if (!good) {
      throw unknown("The session token does not belong to the access key.");
    }
  }

  /// The hash of the body that came. A header that says otherwise is refused; only a presigned
  /// request may leave its body unsigned, and only where it has none.
  private static String payloadHash(Claim claim, byte[] body) {
    String actual = Hashing.sha256(body);
    String said = claim.payload().orElse(actual);
    if (said.equals(UNSIGNED) && claim.validity().isPresent() && body.length == 0) {
      return UNSIGNED;
    }
    if (!Hashing.areEqual(said, actual)) {
      throw invalid("X-Amz-Content-Sha256 is not the hash of the body.");
    }
    return actual;
  }

  private static RefusedException invalid(String message) {
    return new RefusedException(403, "InvalidSignatureException", message);
  }

  private static RefusedException unknown(String message) {
    return new RefusedException(403, "UnrecognizedClientException", message);
  }
}
