package dev.assay.agentless.ssh;

import dev.assay.agentless.live.Asking.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/// One command of the fixed list, run on the machine by its user's shell. Every argument is quoted.
final class RemoteCommand {
  private static final int LONGEST_COMPLAINT = 4096;
  private static final Set<ClientChannelEvent> ENDED =
      Set.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.CLOSED);

  private final ClientSession session;
  private final Duration patience;

  RemoteCommand(ClientSession session, Duration patience) {
    this.session = session;
    this.patience = patience;
  }

  /// The command line for a shell.
  static String line(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /// The whole of what the command writes.
  ///
  /// @throws CommandFailedException if it answers with another status than 0
  String output(List<String> words, int most) throws IOException {
    try (InputStream in = stream(words)) {
      byte[] output = in.readNBytes(most);
      if (output.length == most) {
        throw new IOException("The command wrote more than " + most + " bytes.");
      }
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  /// All that the command writes and the beginning of what it complains of, however it ends.
  ///
  /// @param input what it reads
  /// @throws IOException if it cannot be run, or the connection ends before it does
  Answer answer(List<String> words, String input, int most) throws IOException {
    ChannelExec channel = session.createExecChannel(line(words));
    Complaint complaint = new Complaint();
    channel.setErr(complaint);
    try {
      channel.open().verify(patience);
      try (OutputStream in = channel.getInvertedIn()) {
        in.write(input.getBytes(StandardCharsets.ISO_8859_1));
      }
      byte[] output = channel.getInvertedOut().readNBytes(most);
      if (output.length == most) {
        throw new IOException("The command wrote more than " + most + " bytes.");
      }
      channel.waitFor(ENDED, patience);
      if (channel.getExitStatus() == null) {
        throw new IOException("The connection ended before the command did.");
      }
      return new Answer(new String(output, StandardCharsets.ISO_8859_1), complaint.toString());
    } finally {
      channel.close(true);
    }
  }

  /// What the command writes, while it does; at its end a failure is thrown.
  InputStream stream(List<String> words) throws IOException {
    ChannelExec channel = session.createExecChannel(line(words));
    Complaint complaint = new Complaint();
    channel.setErr(complaint);
    try {
      channel.open().verify(patience);
      channel.getInvertedIn().close();
      return new CommandStream(channel, complaint, patience);
    } catch (IOException e) {
      channel.close(true);
      throw e;
    }
  }

  /// The command ran and failed.
  static final class CommandFailedException extends IOException {
    CommandFailedException(String complaint) {
      super(complaint);
    }
  }

  /// The beginning of what the command has to complain of.
  private static final class Complaint extends OutputStream {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int octet) {
      if (text.size() < LONGEST_COMPLAINT) {
        text.write(octet);
      }
    }

    @Override
    public synchronized String toString() {
      return text.toString(StandardCharsets.UTF_8).strip();
    }
  }

  /// Output that ends well only if the command did.
  private static final class CommandStream extends InputStream {
    private final ChannelExec channel;
    private final Complaint complaint;
    private final Duration patience;
    private final InputStream in;

    CommandStream(ChannelExec channel, Complaint complaint, Duration patience) {
      this.channel = channel;
      this.complaint = complaint;
      this.patience = patience;
      this.in = channel.getInvertedOut();
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      if (octet < 0) {
        requireSuccess();
      }
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      if (read < 0) {
        requireSuccess();
      }
      return read;
    }

    private void requireSuccess() throws IOException {
      channel.waitFor(ENDED, patience);
      Integer status = channel.getExitStatus();
      if (status == null) {
        throw new IOException("The connection ended before the command did.");
      }
      if (status != 0) {
        throw new CommandFailedException(
            complaint.toString().lines().findFirst().orElse("It answered with " + status + "."));
      }
    }

    @Override
    public void close() throws IOException {
      channel.close(true).await(patience);
    }
  }
}
