/// The operation of Inspector Scan: a bill of materials in, its vulnerabilities out. Nothing is
/// kept, and it must not know how a bill of materials is read.
@NullMarked
package dev.assay.inspector.scan;

import org.jspecify.annotations.NullMarked;
