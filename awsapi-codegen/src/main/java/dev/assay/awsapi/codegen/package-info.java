/// Writes Java from service models while Maven builds `awsapi`. It knows the models' format and
/// the names of the few types of `awsapi` that generated code builds upon; it is no part of the
/// program that runs.
@NullMarked
package dev.assay.awsapi.codegen;

import org.jspecify.annotations.NullMarked;
