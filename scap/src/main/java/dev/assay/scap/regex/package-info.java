/// Perl-compatible regular expressions on the JVM: translated, and bounded in the steps they may
/// take.
@NullMarked
package dev.assay.scap.regex;

import org.jspecify.annotations.NullMarked;
