package dev.assay.server.http;

import java.time.Duration;

/// What one request, and all of them together, may take.
///
/// @param body bytes
/// @param header bytes of all header fields of a request
/// @param requests handled at once; more are refused
/// @param connections open at once
/// @param requestTime from the first byte to the last of a request
/// @param idleTime of a connection between two requests
public record Limits(
    long body,
    int header,
    int requests,
    int connections,
    Duration requestTime,
    Duration idleTime) {}
