package dev.assay.awsapi.protocol;

import dev.assay.awsapi.http.Headers;

/// A request that a client is about to sign and send.
///
/// @param rawPath encoded
/// @param rawQuery encoded; empty for none
// Made for one exchange and compared with nothing.
@SuppressWarnings("ArrayRecordComponent")
public record Call(String method, String rawPath, String rawQuery, Headers headers, byte[] body) {}
