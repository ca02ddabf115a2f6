/// What the server proves itself with: certificates from files, or from an authority of its own. It
/// must not know what is served.
@NullMarked
package dev.assay.server.tls;

import org.jspecify.annotations.NullMarked;
