package dev.assay.agentless.ssh;

import dev.assay.agentless.live.Asking;
import dev.assay.agentless.live.Question;
import dev.assay.agentless.ssh.SshSettings.Sudo;
import java.io.IOException;
import java.util.List;

/// Asks as the user who logged in and, only where something was denied to him, by sudo if that is
/// allowed.
record SshAsking(RemoteCommand command, Sudo sudo, Bandwidth bandwidth) implements Asking {
  private static final int LONGEST = 64 << 20;

  @Override
  public Answer ask(Question question, String input) throws IOException {
    Answer own = answer(question.text(), input);
    if (sudo == Sudo.NEVER || !own.complaint().contains("Permission denied")) {
      return own;
    }
    Answer ofRoot = answer(question.textForRoot(), input);
    return ofRoot.output().isEmpty() ? own : ofRoot;
  }

  private Answer answer(String text, String input) throws IOException {
    Answer answer = command.answer(List.of("sh", "-c", text), input, LONGEST);
    bandwidth.account(answer.output().length());
    return answer;
  }
}
