package dev.assay.agentless.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// ssh-agent behind its socket: it signs, its keys never leave it.
final class UnixAgent extends AbstractAgentProxy {
  private static final int LONGEST_ANSWER = 1 << 20;

  private final SocketChannel socket;

  private UnixAgent(SocketChannel socket) {
    super(null);
    this.socket = socket;
  }

  static UnixAgent at(Path path) throws IOException {
    return new UnixAgent(SocketChannel.open(UnixDomainSocketAddress.of(path)));
  }

  /// Sends one question and waits for its answer; the agent is asked by one session at a time.
  @Override
  protected synchronized Buffer request(Buffer question) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
    while (out.hasRemaining()) {
      socket.write(out);
    }
    int length = read(Integer.BYTES).getInt();
    if (length < 1 || length > LONGEST_ANSWER) {
      throw new IOException("ssh-agent announced an answer of " + length + " bytes");
    }
    return new ByteArrayBuffer(read(length).array());
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (socket.read(in) < 0) {
        throw new EOFException("ssh-agent hung up");
      }
    }
    return in.flip();
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    super.close();
  }
}
