/// Builds an advisory database from feed records. It keeps packed bytes rather than objects, and
/// must not know which feeds there are or how a database is read.
@NullMarked
package dev.assay.vulndb.build;

import org.jspecify.annotations.NullMarked;
