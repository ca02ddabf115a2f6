package dev.assay.agent.state;

import java.time.Instant;

/// One collection of one collector, named by its content.
///
/// @param hash the SHA-256 of the content, in hexadecimal
// Made for one way through the spool and compared with nothing.
@SuppressWarnings("ArrayRecordComponent")
public record Part(String collector, Instant collectedAt, String hash, byte[] content) {
  public static Part of(String collector, Instant collectedAt, byte[] content) {
    return new Part(collector, collectedAt, Sha256.hex(content), content);
  }
}
