/// Inventories that come as documents rather than from a file tree. What writes Assay's own form
/// is `report`; nothing here may know where a document came from.
@NullMarked
package dev.assay.inventory.document;

import org.jspecify.annotations.NullMarked;
