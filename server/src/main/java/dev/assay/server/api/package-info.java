/// Where the wire protocols meet the house: signatures are checked against its keys, callers pass
/// its gate, and the services' operations are run. It must not know what the operations do.
@NullMarked
package dev.assay.server.api;

import org.jspecify.annotations.NullMarked;
