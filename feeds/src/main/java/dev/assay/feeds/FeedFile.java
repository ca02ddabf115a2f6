package dev.assay.feeds;

import java.nio.file.Path;

/// A file to read feeds from.
///
/// @param name for messages: its path relative to the directory that was given, else its name
/// @param facts what a manifest says of it
record FeedFile(Path path, String name, FeedManifest.Facts facts) {}
