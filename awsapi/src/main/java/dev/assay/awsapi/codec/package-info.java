/// Values to JSON and back, and to the text of labels, queries and headers, as a schema says;
/// every constraint of the schema is checked on the way in. It knows no protocol's framing.
@NullMarked
package dev.assay.awsapi.codec;

import org.jspecify.annotations.NullMarked;
