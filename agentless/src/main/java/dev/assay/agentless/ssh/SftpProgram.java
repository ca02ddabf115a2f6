package dev.assay.agentless.ssh;

import dev.assay.inventory.elf.ElfBytes;
import dev.assay.inventory.tree.LimitExceededException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient;

/// A program file read here and there, in blocks that are asked for once: headers and tables of
/// symbols lie close to each other, and every question costs a journey.
final class SftpProgram implements ElfBytes {
  private static final int BLOCK = 1 << 15;

  /// Far more than headers and the names of symbols take, but of programs with debugging symbols.
  private static final long MOST = 16L << 20;

  private final SftpClient client;
  private final SftpClient.CloseableHandle handle;
  private final Bandwidth bandwidth;
  private final long size;
  private final Map<Long, byte[]> blocks = new HashMap<>();

  SftpProgram(SftpClient client, SftpClient.CloseableHandle handle, Bandwidth bandwidth)
      throws IOException {
    this.client = client;
    this.handle = handle;
    this.bandwidth = bandwidth;
    this.size = client.stat(handle).getSize();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte[] read(long position, int length) throws IOException {
    if (position < 0 || length > size - position) {
      throw new EOFException("The file ends before byte " + (position + length) + ".");
    }
    if (length > MOST) {
      throw new LimitExceededException(MOST);
    }
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      long at = position + done;
      byte[] block = block(at / BLOCK);
      int from = (int) (at % BLOCK);
      if (from >= block.length) {
        throw new EOFException("The file became shorter while it was read.");
      }
      int some = Math.min(length - done, block.length - from);
      System.arraycopy(block, from, bytes, done, some);
      done += some;
    }
    return bytes;
  }

  private byte[] block(long number) throws IOException {
    byte[] known = blocks.get(number);
    if (known != null) {
      return known;
    }
    if (blocks.size() >= MOST / BLOCK) {
      throw new LimitExceededException(MOST);
    }
    byte[] block = fetched(number * BLOCK);
    blocks.put(number, block);
    return block;
  }

  private byte[] fetched(long position) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, size - position)];
    int filled = 0;
    while (filled < block.length) {
      int some = client.read(handle, position + filled, block, filled, block.length - filled);
      if (some <= 0) {
        throw new EOFException("The file became shorter while it was read.");
      }
      bandwidth.account(some);
      filled += some;
    }
    return block;
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
