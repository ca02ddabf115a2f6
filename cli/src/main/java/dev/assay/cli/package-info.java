/// The command line: reads arguments, opens files, puts the other modules together. It must hold
/// no rule about vulnerabilities, versions or formats.
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
