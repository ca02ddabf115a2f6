package dev.assay.agent.program;

/// What the agent's process answers; units of systemd and scripts rely on the numbers.
enum AgentExit {
  DONE(0),
  /// Wrong usage or input. Starting again is no use.
  USAGE(2),
  /// Not all could be handed in; it waits.
  NOT_HANDED_IN(3),
  /// The service wants no more of this agent: its key was revoked. Starting again is no use.
  REFUSED(4),
  /// A defect of Assay.
  DEFECT(70);

  private final int number;

  AgentExit(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
