@NullMarked
package dev.assay.vulndb;

import org.jspecify.annotations.NullMarked;
