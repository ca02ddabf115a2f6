package dev.assay.assessment.transaction;

/// An open transaction that may read. A port takes it as the first parameter of each method that
/// reads, so that what is read together is of one moment. Only the store that opened it can look
/// inside; it ends with the work it was given to and must not be kept.
public interface Reading {}
