/// Who calls, and what they may do: identities of an account, their roles, their access keys. It
/// must not know how a request is signed, nor how a secret is kept.
@NullMarked
package dev.assay.assessment.identity;

import org.jspecify.annotations.NullMarked;
