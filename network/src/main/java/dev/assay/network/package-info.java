/// What can reach what, proven from configuration: a snapshot in, reachable traffic with its paths
/// out. Pure: it must know nothing of files, accounts' credentials or how results are printed.
@NullMarked
package dev.assay.network;

import org.jspecify.annotations.NullMarked;
