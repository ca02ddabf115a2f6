package dev.assay.awsapi.http;

import java.io.InputStream;

/// A request.
///
/// @param method in upper case
/// @param rawPath the path as it was sent, still encoded; labels and signatures need it so
/// @param rawQuery what follows the question mark, still encoded; empty where nothing does
/// @param headers its headers; `Host` is one of them
/// @param body read once, and not closed
public record Request(
    String method, String rawPath, String rawQuery, Headers headers, InputStream body) {}
