/// Documents that are asked for and written later, as leased work: reports on findings, and bills
/// of materials of resources. What they say is their asker's; where they are laid down, an edge's.
@NullMarked
package dev.assay.assessment.export;

import org.jspecify.annotations.NullMarked;
