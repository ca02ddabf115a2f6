/// Collects the network configuration of AWS accounts, in the layout of `aws … describe-*` that
/// snapshots are read from. It must not know what a snapshot is for.
@NullMarked
package dev.assay.aws.network;

import org.jspecify.annotations.NullMarked;
