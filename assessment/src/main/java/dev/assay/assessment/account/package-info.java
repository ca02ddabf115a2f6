/// What an account has set for itself: which kinds of resources are scanned, how, and where deep
/// inspection looks.
@NullMarked
package dev.assay.assessment.account;

import org.jspecify.annotations.NullMarked;
