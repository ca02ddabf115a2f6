/// JSON as a tree of values, and its reader, which refuses what is malformed, too deep or says a
/// thing twice. It knows no schema.
@NullMarked
package dev.assay.awsapi.json;

import org.jspecify.annotations.NullMarked;
