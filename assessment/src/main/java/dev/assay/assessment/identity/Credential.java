package dev.assay.assessment.identity;

/// What is needed to check a signature and to know whose it is.
public record Credential(Caller caller, SecretKey secret) {}
