/// A service's model as the codecs interpret it: operations, shapes, constraints, bindings. It must
/// not know a protocol, nor any service in particular.
@NullMarked
package dev.assay.awsapi.schema;

import org.jspecify.annotations.NullMarked;
