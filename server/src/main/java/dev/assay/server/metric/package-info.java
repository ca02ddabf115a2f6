/// What is counted and timed, for Prometheus.
@NullMarked
package dev.assay.server.metric;

import org.jspecify.annotations.NullMarked;
