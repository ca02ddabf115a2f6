/// How an agent is let in: the token, the machine that it is on, the key that it gets.
@NullMarked
package dev.assay.agent.enrol;

import org.jspecify.annotations.NullMarked;
