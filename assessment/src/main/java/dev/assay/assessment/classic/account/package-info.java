/// What an account has registered beside targets, templates and runs: tags of templates, the role
/// for access to it. It must not know what they are good for.
@NullMarked
package dev.assay.assessment.classic.account;

import org.jspecify.annotations.NullMarked;
