/// What generated types are made of: structures, enums that keep what they do not know, unions,
/// blobs, errors; and who calls. It must not know how any of it is written on the wire.
@NullMarked
package dev.assay.awsapi.value;

import org.jspecify.annotations.NullMarked;
