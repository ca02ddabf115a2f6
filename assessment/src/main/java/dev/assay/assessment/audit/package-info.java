/// The record of who changed what, when, from where and with what outcome. It is added to and read,
/// never changed.
@NullMarked
package dev.assay.assessment.audit;

import org.jspecify.annotations.NullMarked;
