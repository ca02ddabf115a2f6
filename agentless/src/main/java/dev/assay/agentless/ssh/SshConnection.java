package dev.assay.agentless.ssh;

import dev.assay.agentless.live.Asking;
import dev.assay.agentless.tree.RemoteFiles;
import java.io.IOException;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/// A machine we are logged in to. Used by one thread, but may be closed by another, which ends
/// whatever is being waited for.
public final class SshConnection implements AutoCloseable {
  private static final int LONGEST_RELEASE = 1024;

  private final List<ClientSession> sessions;
  private final RemoteFiles files;
  private final RemoteCommand command;
  private final Asking asking;

  private SshConnection(
      List<ClientSession> sessions, RemoteFiles files, RemoteCommand command, Asking asking) {
    this.sessions = List.copyOf(sessions);
    this.files = files;
    this.command = command;
    this.asking = asking;
  }

  static SshConnection of(List<ClientSession> sessions, SshSettings settings)
      throws UnreachedException {
    ClientSession session = sessions.getLast();
    RemoteCommand command = new RemoteCommand(session, settings.patience());
    try {
      SftpClient client = SftpClientFactory.instance().createSftpClient(session);
      RemoteFiles files = new SftpFiles(client, settings.bandwidth());
      return new SshConnection(
          sessions,
          switch (settings.sudo()) {
            case NEVER -> files;
            case WHERE_DENIED -> new SudoFiles(files, command, settings.bandwidth());
          },
          command,
          new SshAsking(command, settings.sudo(), settings.bandwidth()));
    } catch (IOException refused) {
      throw new UnreachedException(
          "it lets us in, but offers no SFTP: "
              + Refusal.words(refused, false, settings.credentials())
              + ".",
          refused);
    }
  }

  public RemoteFiles files() {
    return files;
  }

  /// A way to ask it what it does.
  public Asking asking() {
    return asking;
  }

  /// What `uname -r` says.
  public String kernelRelease() throws IOException {
    return command.output(List.of("uname", "-r"), LONGEST_RELEASE).strip();
  }

  /// Whether it still stands: what was not found in a tree whose connection broke says nothing.
  public boolean isOpen() {
    return sessions.stream().allMatch(ClientSession::isOpen);
  }

  @Override
  public void close() {
    sessions.reversed().forEach(session -> session.close(true));
  }
}
