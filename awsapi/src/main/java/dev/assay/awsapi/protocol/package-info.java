/// awsJson1_1 and restJson1: how an operation, its input, its output and its errors are put into
/// HTTP. It knows schemas, and no service.
@NullMarked
package dev.assay.awsapi.protocol;

import org.jspecify.annotations.NullMarked;
