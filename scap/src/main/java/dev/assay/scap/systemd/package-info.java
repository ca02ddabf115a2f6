/// What systemd would make of the unit files of a host. Knows the host's files, and nothing of
// OVAL.
@NullMarked
package dev.assay.scap.systemd;

import org.jspecify.annotations.NullMarked;
