package dev.assay.awsapi.http;

/// A response.
///
/// @param status the status of HTTP
/// @param headers its headers, without the length
/// @param body all of it
// Made for one exchange and compared with nothing.
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, Headers headers, byte[] body) {}
