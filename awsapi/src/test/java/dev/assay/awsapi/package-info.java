/// Tests of what every service has in common.
@NullMarked
package dev.assay.awsapi;

import org.jspecify.annotations.NullMarked;
