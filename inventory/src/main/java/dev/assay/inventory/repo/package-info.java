/// What a root may install from: repositories, module streams, subscriptions. This package must
/// know nothing of the packages that are installed.
@NullMarked
package dev.assay.inventory.repo;

import org.jspecify.annotations.NullMarked;
