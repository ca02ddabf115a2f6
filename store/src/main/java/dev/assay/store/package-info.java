/// PostgreSQL behind the ports of `assessment`: connections, migrations, an embedded server. It
/// must know no protocol and decide nothing.
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
