/// The agent on a host: when it collects, what it sends, what it does where something is in the
/// way. It must not know what becomes of the evidence, and it runs nothing that a server sends.
@NullMarked
package dev.assay.agent;

import org.jspecify.annotations.NullMarked;
