package dev.assay.assessment.audit;

/// An event in the log.
///
/// @param number in the order of the log; a later entry has a greater one
public record AuditEntry(long number, AuditEvent event) {}
