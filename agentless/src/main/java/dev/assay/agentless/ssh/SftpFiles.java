package dev.assay.agentless.ssh;

import dev.assay.agentless.tree.RemoteFiles;
import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// Files by SFTP, version 3 as OpenSSH speaks it. Only questions are sent that change nothing.
final class SftpFiles implements RemoteFiles {
  private static final int PERMISSIONS = 0777;
  private static final int LONGEST_LISTING = 64 << 20;

  private final SftpClient client;
  private final Bandwidth bandwidth;

  SftpFiles(SftpClient client, Bandwidth bandwidth) {
    this.client = client;
    this.bandwidth = bandwidth;
  }

  @Override
  public FileEntry lstat(String path) throws IOException {
    try {
      SftpClient.Attributes attributes = client.lstat(path);
      Kind kind = kind(attributes);
      return new FileEntry(
          kind,
          attributes.getSize(),
          attributes.getPermissions() & PERMISSIONS,
          attributes.getModifyTime() == null
              ? Instant.EPOCH
              : attributes.getModifyTime().toInstant(),
          kind == Kind.SYMLINK ? client.readLink(path) : null);
    } catch (SftpException refused) {
      throw translated(path, refused);
    }
  }

  @Override
  public List<String> list(String path, int most) throws IOException {
    try (SftpClient.CloseableHandle directory = client.openDir(path)) {
      List<String> names = new ArrayList<>();
      long letters = 0;
      while (names.size() <= most) {
        if (letters > LONGEST_LISTING) {
          throw new FileSystemException(path, null, "The directory's listing is too long");
        }
        List<SftpClient.DirEntry> some = client.readDir(directory);
        if (some == null) {
          break;
        }
        for (SftpClient.DirEntry entry : some) {
          String name = entry.getFilename();
          if (!name.equals(".") && !name.equals("..")) {
            names.add(name);
            letters += name.length();
          }
        }
      }
      return names;
    } catch (SftpException refused) {
      throw translated(path, refused);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    try {
      return new ThrottledInputStream(client.read(path), bandwidth);
    } catch (SftpException refused) {
      throw translated(path, refused);
    }
  }

  private static Kind kind(SftpClient.Attributes attributes) {
    if (attributes.isRegularFile()) {
      return Kind.REGULAR;
    }
    if (attributes.isDirectory()) {
      return Kind.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? Kind.SYMLINK : Kind.OTHER;
  }

  private static IOException translated(String path, SftpException refused) {
    IOException translated =
        switch (refused.getStatus()) {
          case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
              new NoSuchFileException(path);
          case SftpConstants.SSH_FX_PERMISSION_DENIED -> new AccessDeniedException(path);
          default ->
              new FileSystemException(path, null, "The machine says: " + refused.getMessage());
        };
    translated.initCause(refused);
    return translated;
  }
}
