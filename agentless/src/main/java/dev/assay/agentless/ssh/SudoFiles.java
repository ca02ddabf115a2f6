package dev.assay.agentless.ssh;

import dev.assay.agentless.ssh.RemoteCommand.CommandFailedException;
import dev.assay.agentless.tree.RemoteFiles;
import dev.assay.inventory.elf.ElfBytes;
import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;

/// Files by SFTP and, only where that is denied, by `sudo -n` and one of `stat`, `readlink`, `ls`
/// and `cat`: commands that can do nothing but read.
final class SudoFiles implements RemoteFiles {
  private static final int PERMISSIONS = 07777;
  private static final int LARGEST_PROGRAM = 32 << 20;
  private static final int LONGEST_ANSWER = 64 << 20;

  private final RemoteFiles plain;
  private final RemoteCommand command;
  private final Bandwidth bandwidth;

  SudoFiles(RemoteFiles plain, RemoteCommand command, Bandwidth bandwidth) {
    this.plain = plain;
    this.command = command;
    this.bandwidth = bandwidth;
  }

  @Override
  public HostFile lstat(String path) throws IOException {
    try {
      return plain.lstat(path);
    } catch (AccessDeniedException denied) {
      return entry(path);
    }
  }

  @Override
  public List<String> list(String path, int most) throws IOException {
    try {
      return plain.list(path, most);
    } catch (AccessDeniedException denied) {
      return asked(path, "ls", "-1A", "--", path)
          .lines()
          .filter(name -> !name.isEmpty())
          .limit(most + 1L)
          .toList();
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    try {
      return plain.open(path);
    } catch (AccessDeniedException denied) {
      // Whether sudo lets us shows only when the command ends: a first byte has to come, or its
      // end.
      InputStream in = command.stream(sudo("cat", "--", path));
      try {
        return new ThrottledInputStream(new StartedInputStream(in), bandwidth);
      } catch (CommandFailedException failed) {
        throw translated(path, failed);
      }
    }
  }

  /// What only sudo may read comes as a whole.
  @Override
  public ElfBytes program(String path) throws IOException {
    try {
      return plain.program(path);
    } catch (AccessDeniedException denied) {
      try (InputStream in = open(path)) {
        byte[] whole = in.readNBytes(LARGEST_PROGRAM + 1);
        if (whole.length > LARGEST_PROGRAM) {
          throw new FileSystemException(
              path, null, "Sudo reads programs of at most " + LARGEST_PROGRAM + " bytes");
        }
        return ElfBytes.of(whole);
      }
    }
  }

  private HostFile entry(String path) throws IOException {
    String[] facts = asked(path, "stat", "-c", "%f %u %g %s %Y", "--", path).strip().split(" ");
    try {
      int mode = Integer.parseInt(facts[0], 16);
      HostFile.Type type = HostFile.Type.ofMode(mode);
      return new HostFile(
          type,
          mode & PERMISSIONS,
          Long.parseLong(facts[1]),
          Long.parseLong(facts[2]),
          Long.parseLong(facts[3]),
          0,
          0,
          0,
          Long.parseLong(facts[4]),
          type == HostFile.Type.SYMLINK ? linkTarget(path) : "",
          0);
    } catch (IndexOutOfBoundsException | NumberFormatException odd) {
      throw new FileSystemException(path, null, "What its stat says was not understood");
    }
  }

  private String linkTarget(String path) throws IOException {
    String text = asked(path, "readlink", "--", path);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private String asked(String path, String... words) throws IOException {
    try {
      return command.output(sudo(words), LONGEST_ANSWER);
    } catch (CommandFailedException failed) {
      throw translated(path, failed);
    }
  }

  /// In the language of programs, so that the reason of a failure can be told.
  private static List<String> sudo(String... words) {
    return Stream.concat(Stream.of("env", "LC_ALL=C", "sudo", "-n", "--"), Stream.of(words))
        .toList();
  }

  private static IOException translated(String path, CommandFailedException failed) {
    String complaint = String.valueOf(failed.getMessage());
    return complaint.contains("No such file or directory") || complaint.contains("Not a directory")
        ? new NoSuchFileException(path)
        : new FileSystemException(
            path, null, "Permission denied, and sudo does not help: " + complaint);
  }
}
