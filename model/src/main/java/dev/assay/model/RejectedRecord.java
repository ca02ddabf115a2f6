package dev.assay.model;

/// Something in a feed that could not be read: counted and shown, never dropped in silence.
/// `where` is the file and entry, `why` one line.
public record RejectedRecord(SourceId source, String where, String why) implements FeedRecord {}
