/// Values of the domain: packages, advisories, vulnerabilities, findings. Immutable and
/// validating; this package must know nothing of files, feeds, databases or output formats.
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
