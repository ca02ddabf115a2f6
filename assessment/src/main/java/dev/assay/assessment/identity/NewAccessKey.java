package dev.assay.assessment.identity;

/// A key just made. Its secret is shown to whoever asked for it, now and never again.
public record NewAccessKey(AccessKey key, SecretKey secret) {}
