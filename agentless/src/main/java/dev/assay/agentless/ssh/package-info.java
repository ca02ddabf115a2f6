/// Reaching a machine over SSH: its address, its host key, our keys, jump hosts, files by SFTP and,
/// where that is allowed, by sudo. This package must know nothing of packages.
@NullMarked
package dev.assay.agentless.ssh;

import org.jspecify.annotations.NullMarked;
