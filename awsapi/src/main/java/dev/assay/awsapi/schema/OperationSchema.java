package dev.assay.awsapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operation.
///
/// @param input what it takes; null for nothing
/// @param output what it gives; null for nothing
/// @param errors the errors that it declares
/// @param built false where this version answers that it has not got it yet
public record OperationSchema(
    String name,
    String method,
    UriTemplate uri,
    int status,
    Shape.@Nullable Struct input,
    Shape.@Nullable Struct output,
    List<Shape.Struct> errors,
    boolean built) {}
