package dev.assay.cli;

import dev.assay.agent.collect.RunningHost;
import dev.assay.agentless.Behaviour;
import java.io.IOException;

/// What a target does: of this machine it is looked at now, of another it was when that was read.
final class LiveRuntime {
  private LiveRuntime() {}

  static Behaviour of(ReadTarget target) {
    if (!target.isLive()) {
      return target.behaviour();
    }
    try {
      return new Behaviour.Seen(RunningHost.sample(target.inventory()));
    } catch (IOException unreadable) {
      throw new InputException(
          "target "
              + target.inventory().target()
              + " cannot be read: "
              + IoFailure.words(unreadable),
          unreadable);
    }
  }
}
