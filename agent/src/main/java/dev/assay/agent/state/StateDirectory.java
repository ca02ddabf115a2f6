package dev.assay.agent.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The directory that an agent keeps between its runs: `agent.json` (who it is, with its key),
/// `enrollment-id`, `machine-id` where the machine has none of its own, `spool/`,
/// `evaluation` while a benchmark is evaluated. One agent at a
/// time has it.
public final class StateDirectory implements AutoCloseable {
  private static final int ID_BYTES = 16;

  private final Path path;
  private final FileChannel channel;

  private StateDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Opens it, or makes it.
  ///
  /// @throws StateException where that cannot be, or another agent has it
  public static StateDirectory open(Path path) {
    try {
      PrivateFiles.makeDirectory(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return new StateDirectory(path, channel);
      }
      channel.close();
      throw new StateException("the state directory " + path + " is in use by another agent");
    } catch (IOException unusable) {
      throw new StateException(
          "the state directory " + path + " cannot be used: " + unusable, unusable);
    }
  }

  /// The lock lasts as long as the channel is open.
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  public Path spool() {
    return path.resolve("spool");
  }

  /// Where an evaluation says what came of it.
  public Path evaluation() {
    return path.resolve("evaluation");
  }

  /// Who this agent is; empty before its enrolment.
  ///
  /// @throws StateException where the file is damaged
  public Optional<AgentState> read() {
    Path file = path.resolve("agent.json");
    try {
      return Files.exists(file)
          ? Optional.of(StateDocument.read(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new StateException(
          file
              + " cannot be read ("
              + unreadable.getMessage()
              + "); without it the agent has to be let in anew: revoke its key, remove the file,"
              + " and give it another token",
          unreadable);
    }
  }

  public void write(AgentState state) throws IOException {
    PrivateFiles.write(path.resolve("agent.json"), StateDocument.write(state));
  }

  /// Forgets who this agent is.
  public void forget() throws IOException {
    Files.deleteIfExists(path.resolve("agent.json"));
    Files.deleteIfExists(path.resolve("enrollment-id"));
  }

  /// The name of the attempt to be let in: the same until it succeeds, so that an answer lost on
  /// its way costs no second use of the token.
  public String enrollmentId() throws IOException {
    return kept("enrollment-id");
  }

  /// An id for a machine that has none.
  public String machineId() throws IOException {
    return kept("machine-id");
  }

  private String kept(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[ID_BYTES];
      new SecureRandom().nextBytes(random);
      PrivateFiles.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8));
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException closed) {
      throw new StateException("the state directory " + path + " cannot be left", closed);
    }
  }
}
