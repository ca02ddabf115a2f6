/// The starter set: facts on landmark vulnerabilities that ship with Assay. It must know nothing
/// of how it is matched or shown.
@NullMarked
package dev.assay.feeds.starter;

import org.jspecify.annotations.NullMarked;
