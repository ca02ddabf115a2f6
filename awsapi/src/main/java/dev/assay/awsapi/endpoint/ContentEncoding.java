package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.protocol.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// What a body is packed in. The signature is of the body as it was sent, so that it is unpacked
/// only for a caller who is known.
final class ContentEncoding {
  private ContentEncoding() {}

  /// The body itself.
  ///
  /// @param limit of what it may unpack to
  /// @throws RefusedException where it is packed in what is not known, broken, or too long
  static byte[] unpacked(Request request, byte[] body, BodyLimit limit) {
    String encoding = request.headers().first("content-encoding").orElse("");
    return switch (encoding.toLowerCase(Locale.ROOT).strip()) {
      case "", "identity" -> body;
      case "gzip" -> gunzipped(body, limit);
      default ->
          throw new RefusedException(
              415,
              "UnsupportedMediaTypeException",
              "A body is gzip or plain, not '" + encoding + "'.");
    };
  }

  private static byte[] gunzipped(byte[] body, BodyLimit limit) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return limit.read(in);
    } catch (IOException broken) {
      throw new RefusedException(400, "SerializationException", "The body is no gzip.");
    }
  }
}
