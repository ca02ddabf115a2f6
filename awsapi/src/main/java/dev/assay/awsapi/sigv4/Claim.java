package dev.assay.awsapi.sigv4;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.MalformedUriException;
import dev.assay.awsapi.http.Query;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.protocol.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a request says about its signature, read and not yet believed.
///
/// @param amzDate the time of signing as it was written
/// @param validity how long a presigned request lasts; empty for one signed in its headers
/// @param payload what it says the body's hash is; empty where it says nothing
record Claim(
    String accessKeyId,
    Scope scope,
    List<String> signedHeaders,
    String signature,
    String amzDate,
    Optional<Duration> validity,
    Optional<String> sessionToken,
    Optional<String> payload,
    Query query) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

  static Claim of(Request request) {
    Query query;
    try {
      query = Query.parse(request.rawQuery());
    } catch (MalformedUriException e) {
      throw incomplete(String.valueOf(e.getMessage()));
    }
    Optional<String> header = request.headers().first("authorization");
    boolean presigned = !query.all("X-Amz-Algorithm").isEmpty();
    if (header.isPresent() && presigned) {
      throw incomplete("A request is signed in its headers or in its query, not in both.");
    }
    if (presigned) {
      return inQuery(query, request.headers());
    }
    return inHeaders(
        header.orElseThrow(
            () ->
                new RefusedException(
                    403, "MissingAuthenticationTokenException", "The request is not signed.")),
        query,
        request.headers());
  }

  private static Claim inHeaders(String header, Query query, Headers headers) {
    if (!header.startsWith(ALGORITHM + " ")) {
      throw incomplete("The algorithm must be " + ALGORITHM + ".");
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring(ALGORITHM.length()).split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0
          || parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip())
              != null) {
        throw incomplete("The Authorization header is not a list of different parameters.");
      }
    }
    String amzDate = headers.first("x-amz-date").orElse("");
    return claim(
        part(parts, "Credential"),
        part(parts, "SignedHeaders"),
        part(parts, "Signature"),
        amzDate,
        Optional.empty(),
        headers.first("x-amz-security-token"),
        headers.first("x-amz-content-sha256"),
        query);
  }

  private static Claim inQuery(Query query, Headers headers) {
    if (!one(query, "X-Amz-Algorithm").equals(ALGORITHM)) {
      throw incomplete("The algorithm must be " + ALGORITHM + ".");
    }
    return claim(
        one(query, "X-Amz-Credential"),
        one(query, "X-Amz-SignedHeaders"),
        one(query, "X-Amz-Signature"),
        one(query, "X-Amz-Date"),
        Optional.of(seconds(one(query, "X-Amz-Expires"))),
        query.all("X-Amz-Security-Token").stream().findFirst(),
        headers.first("x-amz-content-sha256"),
        query);
  }

  private static Claim claim(
      String credential,
      String signedHeaders,
      String signature,
      String amzDate,
      Optional<Duration> validity,
      Optional<String> sessionToken,
      Optional<String> payload,
      Query query) {
    String[] parts = credential.split("/", -1);
    if (parts.length != 5 || !parts[4].equals("aws4_request")) {
      throw incomplete("The credential must be KEY/DATE/REGION/SERVICE/aws4_request.");
    }
    List<String> names = Arrays.asList(signedHeaders.split(";"));
    if (!names.contains("host")
        || !names.equals(
            names.stream().map(n -> n.toLowerCase(Locale.ROOT)).sorted().distinct().toList())) {
      throw incomplete("The signed headers must be in lower case, sorted, and hold host.");
    }
    return new Claim(
        parts[0],
        new Scope(parts[1], parts[2], parts[3]),
        names,
        signature,
        amzDate,
        validity,
        sessionToken,
        payload,
        query);
  }

  /// The time of signing.
  Instant signedAt() {
    Instant instant =
        AmzDate.parse(amzDate).orElseThrow(() -> incomplete("X-Amz-Date is missing or no date."));
    if (!amzDate.startsWith(scope.date() + "T")) {
      throw incomplete("The credential's date is not the day of X-Amz-Date.");
    }
    return instant;
  }

  private static Duration seconds(String text) {
    if (!text.matches("[0-9]{1,7}") || Long.parseLong(text) > LONGEST_SECONDS) {
      throw incomplete("X-Amz-Expires must be at most " + LONGEST_SECONDS + " seconds.");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static String part(Map<String, String> parts, String name) {
    String value = parts.get(name);
    if (value == null) {
      throw incomplete("The Authorization header lacks " + name + ".");
    }
    return value;
  }

  private static String one(Query query, String name) {
    List<String> values = query.all(name);
    if (values.size() != 1) {
      throw incomplete("The query must have " + name + " once.");
    }
    return values.getFirst();
  }

  static RefusedException incomplete(String message) {
    return new RefusedException(403, "IncompleteSignatureException", message);
  }
}
