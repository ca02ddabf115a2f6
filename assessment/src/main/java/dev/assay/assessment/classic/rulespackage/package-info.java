/// The five rules packages and their fixed names. They do not know how their rules are evaluated.
@NullMarked
package dev.assay.assessment.classic.rulespackage;

import org.jspecify.annotations.NullMarked;
