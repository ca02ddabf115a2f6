package dev.assay.cli;

import java.io.IOException;
import java.io.OutputStream;

/// Where a result goes. A failure to write is told of in words, for the writers of formats wrap
/// what a stream throws in exceptions of their own.
///
/// A reader that leaves early (`assay scan / | head`) is no failure: what it does not want to
/// read is dropped, and the exit code still says what was found.
final class ResultStream extends OutputStream {
  private final String name;
  private final OutputStream to;
  private boolean readerLeft;

  /// @param name what the user calls it: `standard output`, `output report.json`
  ResultStream(String name, OutputStream to) {
    this.name = name;
    this.to = to;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    attempt(() -> to.write(octets, from, length));
  }

  @Override
  public void flush() {
    attempt(to::flush);
  }

  @Override
  public void close() {
    attempt(to::close);
  }

  /// Something done to the stream beneath.
  @FunctionalInterface
  private interface Operation {
    void run() throws IOException;
  }

  private void attempt(Operation operation) {
    if (readerLeft) {
      return;
    }
    try {
      operation.run();
    } catch (IOException failed) {
      String why = IoFailure.words(failed);
      readerLeft = why.contains("Broken pipe");
      if (!readerLeft) {
        throw new InputException(name + " cannot be written: " + why, failed);
      }
    }
  }
}
