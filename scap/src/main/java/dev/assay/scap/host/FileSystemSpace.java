package dev.assay.scap.host;

/// The space of a mounted file system, in blocks of its own.
public record FileSystemSpace(long total, long used, long left) {}
