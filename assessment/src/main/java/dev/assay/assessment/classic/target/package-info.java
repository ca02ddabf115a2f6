/// Which hosts are assessed: resource groups, which select by tags, and assessment targets. It must
/// not know how or when they are assessed.
@NullMarked
package dev.assay.assessment.classic.target;

import org.jspecify.annotations.NullMarked;
