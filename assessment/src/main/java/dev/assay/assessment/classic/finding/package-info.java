/// What runs found: findings that belong to the run and never change, but for the attributes that
/// users give them. It must not know how rules are judged.
@NullMarked
package dev.assay.assessment.classic.finding;

import org.jspecify.annotations.NullMarked;
