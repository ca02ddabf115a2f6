/// OVAL 5.11: its records, its result tables, its variables and the collection of its items. Must
/// not know XCCDF.
@NullMarked
package dev.assay.scap.oval;

import org.jspecify.annotations.NullMarked;
