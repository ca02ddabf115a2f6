/// What the small feeds share: rows of CSV or of flat JSON objects, YAML documents, CVE names and
/// days. It must know nothing of any feed's fields.
@NullMarked
package dev.assay.feeds.rows;

import org.jspecify.annotations.NullMarked;
