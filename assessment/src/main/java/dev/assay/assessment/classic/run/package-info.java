/// Assessment runs: their states, what drives them from one to the next, and what became of each. A
/// step of a run happens once, in one transaction with the work that asked for it.
@NullMarked
package dev.assay.assessment.classic.run;

import org.jspecify.annotations.NullMarked;
