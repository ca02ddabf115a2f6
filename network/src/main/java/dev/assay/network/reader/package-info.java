/// Reads what `aws ec2 describe-*` prints into a snapshot. Whatever it cannot read is named.
@NullMarked
package dev.assay.network.reader;

import org.jspecify.annotations.NullMarked;
