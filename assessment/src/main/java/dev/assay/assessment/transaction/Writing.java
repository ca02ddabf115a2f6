package dev.assay.assessment.transaction;

/// An open transaction that may also write. A port's method that changes anything asks for this
/// one, so that no change can be asked of a transaction opened to read.
public interface Writing extends Reading {}
