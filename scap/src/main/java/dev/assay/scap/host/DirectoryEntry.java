package dev.assay.scap.host;

/// One name in a directory.
///
/// @param type what it is, not followed where it is a link
public record DirectoryEntry(String name, HostFile.Type type) {}
