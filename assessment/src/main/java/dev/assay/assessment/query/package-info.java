/// How findings are asked for: criteria, order, pages and counts, as values. Another module turns
/// them into the store's language; nothing here may depend on that language.
@NullMarked
package dev.assay.assessment.query;

import org.jspecify.annotations.NullMarked;
