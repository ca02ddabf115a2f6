package dev.assay.agentless.ssh;

import dev.assay.agentless.tree.RemoteFiles;
import dev.assay.inventory.elf.ElfBytes;
import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/// Files by SFTP, version 3 as OpenSSH speaks it. Only questions are sent that change nothing.
final class SftpFiles implements RemoteFiles {
  private static final int PERMISSIONS = 07777;
  private static final int LONGEST_LISTING = 64 << 20;

  private final SftpClient client;
  private final Bandwidth bandwidth;

  SftpFiles(SftpClient client, Bandwidth bandwidth) {
    this.client = client;
    this.bandwidth = bandwidth;
  }

  @Override
  public HostFile lstat(String path) throws IOException {
    try {
      SftpClient.Attributes attributes = client.lstat(path);
      HostFile.Type type = HostFile.Type.ofMode(attributes.getPermissions());
      return new HostFile(
          type,
          attributes.getPermissions() & PERMISSIONS,
          attributes.getUserId(),
          attributes.getGroupId(),
          attributes.getSize(),
          0,
          seconds(attributes.getAccessTime()),
          0,
          seconds(attributes.getModifyTime()),
          type == HostFile.Type.SYMLINK ? client.readLink(path) : "",
          0);
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

  @Override
  public ElfBytes program(String path) throws IOException {
    try {
      return new SftpProgram(client, client.open(path, SftpClient.OpenMode.Read), bandwidth);
    } catch (SftpException refused) {
      throw translated(path, refused);
    }
  }

  private static long seconds(@Nullable FileTime time) {
    return time == null ? 0 : time.to(TimeUnit.SECONDS);
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
