package dev.assay.assessment.export;

/// A document that was laid down.
///
/// @param key its whole key in the bucket
/// @param size in bytes
public record ExportDocument(String key, long size) {}
