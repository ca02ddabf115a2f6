package dev.assay.awsapi.schema;

/// What makes a structure an error.
///
/// @param status the status of HTTP that it is answered with
public record ErrorTrait(int status) {}
