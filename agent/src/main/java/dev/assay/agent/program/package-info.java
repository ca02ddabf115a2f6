/// The agent's command line, and the program that hosts have: `assay-agent`. It puts the agent
/// together; `assay agent` is the same command. It must not know the service's own code.
@NullMarked
package dev.assay.agent.program;

import org.jspecify.annotations.NullMarked;
