package dev.assay.server.http;

import java.util.List;
import java.util.Optional;

/// A request, read whole.
///
/// @param id ours, for the response, the logs and the audit log
/// @param path as it came, percent-encoding and all
/// @param query as it came, without its `?`; empty for none
/// @param source the address it came from
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record Request(
    String id,
    String method,
    String path,
    String query,
    List<Header> headers,
    byte[] body,
    String source) {
  /// The first value of a header, whatever the case of its name.
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
