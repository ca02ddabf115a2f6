package dev.assay.server.http;

/// A header field; its name in the case it came in.
public record Header(String name, String value) {}
