/// Network configuration as AWS describes it, as values. It must know nothing of JSON.
@NullMarked
package dev.assay.network.snapshot;

import org.jspecify.annotations.NullMarked;
