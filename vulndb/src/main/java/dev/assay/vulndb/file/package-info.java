/// The container of an advisory database: header, sections, checksums, and the plain structures
/// laid in them (records by number, records by key, compressed groups). It must not know what an
/// advisory is.
@NullMarked
package dev.assay.vulndb.file;

import org.jspecify.annotations.NullMarked;
