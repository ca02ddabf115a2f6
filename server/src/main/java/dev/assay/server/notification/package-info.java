/// Where messages about assessment runs go.
@NullMarked
package dev.assay.server.notification;

import org.jspecify.annotations.NullMarked;
