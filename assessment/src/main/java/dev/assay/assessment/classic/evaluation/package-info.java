/// How rules packages judge hosts: findings where there is evidence, exclusions where there is
/// none. It must not know of runs.
@NullMarked
package dev.assay.assessment.classic.evaluation;

import org.jspecify.annotations.NullMarked;
