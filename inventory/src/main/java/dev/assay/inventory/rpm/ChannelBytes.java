package dev.assay.inventory.rpm;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file's bytes. Who reads on where the last reading ended is given what was read ahead; jumps
/// to and fro read just what is asked for.
final class ChannelBytes implements RandomAccessBytes {
  private static final int AHEAD = 1 << 16;

  private final FileChannel channel;
  private final byte[] window = new byte[AHEAD];
  private long windowStart;
  private int windowLength;
  private long lastEnd;

  ChannelBytes(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void read(long position, byte[] into, int offset, int length) throws IOException {
    boolean onwards = position == lastEnd;
    lastEnd = position + length;
    if (!inWindow(position, length)) {
      if (!onwards || length > AHEAD) {
        fill(position, into, offset, length, length);
        return;
      }
      windowLength = 0;
      windowStart = position;
      windowLength = fill(position, window, 0, AHEAD, length);
    }
    System.arraycopy(window, (int) (position - windowStart), into, offset, length);
  }

  private boolean inWindow(long position, int length) {
    return position >= windowStart && position + length <= windowStart + windowLength;
  }

  /// Reads up to `most` bytes, `least` of which must be there.
  private int fill(long position, byte[] into, int offset, int most, int least) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, most);
    int filled = 0;
    while (filled < least) {
      int count = channel.read(buffer, position + filled);
      if (count < 0) {
        throw new EOFException("The file ends before byte " + (position + least) + ".");
      }
      filled += count;
    }
    return filled;
  }
}
