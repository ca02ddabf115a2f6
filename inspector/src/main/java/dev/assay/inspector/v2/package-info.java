/// The operations of Inspector v2, a class for each group of the model.
@NullMarked
package dev.assay.inspector.v2;

import org.jspecify.annotations.NullMarked;
