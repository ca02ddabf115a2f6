package dev.assay.awsapi.sigv4;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Query;
import dev.assay.awsapi.http.UriText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// The one form of a request that both sides hash.
///
/// @param pathForm how the path is hashed
/// @param signedHeaders names in lower case, sorted
/// @param payloadHash of the body in hexadecimal, or the word for a body that is not signed
record CanonicalRequest(
    String method,
    String rawPath,
    PathForm pathForm,
    Query query,
    Headers headers,
    List<String> signedHeaders,
    String payloadHash) {
  static final String SIGNATURE_PARAMETER = "X-Amz-Signature";

  /// How services write the path that is hashed.
  enum PathForm {
    /// Dot segments and empty ones resolved, and what was sent encoded once more.
    NORMALISED,
    /// As it was sent: S3's keys may have segments of any kind.
    AS_SENT
  }

  String text() {
    return String.join(
        "\n",
        method,
        path(),
        parameters(),
        headerLines(),
        String.join(";", signedHeaders),
        payloadHash);
  }

  String stringToSign(String amzDate, Scope scope) {
    String hash = Hashing.sha256(text().getBytes(StandardCharsets.UTF_8));
    return String.join("\n", "AWS4-HMAC-SHA256", amzDate, scope.toString(), hash);
  }

  private String path() {
    if (pathForm == PathForm.AS_SENT) {
      return rawPath;
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : rawPath.split("/")) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(UriText.encode(segment));
      }
    }
    String path = "/" + String.join("/", segments);
    return rawPath.endsWith("/") && path.length() > 1 ? path + "/" : path;
  }

  private String parameters() {
    return query.parameters().stream()
        .filter(parameter -> !parameter.name().equals(SIGNATURE_PARAMETER))
        .map(p -> new Query.Parameter(UriText.encode(p.name()), UriText.encode(p.value())))
        .sorted(Comparator.comparing(Query.Parameter::name).thenComparing(Query.Parameter::value))
        .map(p -> p.name() + "=" + p.value())
        .collect(Collectors.joining("&"));
  }

  private String headerLines() {
    return signedHeaders.stream()
        .map(
            name ->
                name
                    + ":"
                    + headers.all(name).stream()
                        .map(value -> value.strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining(","))
                    + "\n")
        .collect(Collectors.joining());
  }
}
