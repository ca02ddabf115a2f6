package dev.assay.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A response, whole.
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
public record Response(int status, List<Header> headers, byte[] body) {
  public static Response of(int status, String contentType, String body) {
    return new Response(
        status,
        List.of(new Header("Content-Type", contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  public Response with(String name, String value) {
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header(name, value));
    return new Response(status, List.copyOf(all), body);
  }
}
