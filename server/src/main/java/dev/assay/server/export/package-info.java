/// Where exported documents are laid down: buckets of S3, or of a directory. It must not know what
/// is in them.
@NullMarked
package dev.assay.server.export;

import org.jspecify.annotations.NullMarked;
