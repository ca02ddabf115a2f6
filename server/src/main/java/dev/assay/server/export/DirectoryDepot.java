package dev.assay.server.export;

import dev.assay.assessment.export.Depot;
import dev.assay.assessment.export.Destination;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.server.setting.InvalidSettingException;
import dev.assay.server.tls.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/// Buckets as directories: `ACCOUNT/BUCKET/KEY`. Every account has buckets of its own; one that is
/// named for the first time is made. Nothing is encrypted: whoever runs the server guards the disk.
public final class DirectoryDepot implements Depot {
  private final Path root;

  private DirectoryDepot(Path root) {
    this.root = root;
  }

  /// Opens the directory, or makes it.
  ///
  /// @throws InvalidSettingException where nothing can be laid down in it
  public static DirectoryDepot open(Path root) {
    try {
      PrivateFile.makeDirectory(root);
    } catch (IOException failure) {
      throw new InvalidSettingException(
          "--exports-directory: " + root + " cannot be made: " + failure);
    }
    if (!Files.isWritable(root)) {
      throw new InvalidSettingException("--exports-directory: " + root + " cannot be written to");
    }
    return new DirectoryDepot(root);
  }

  @Override
  public long put(
      Tenant tenant, Destination destination, String key, String mediaType, ExportContent.Body body)
      throws IOException {
    Path file = path(tenant.account(), destination.bucket(), key);
    PrivateFile.makeDirectory(Objects.requireNonNull(file.getParent()));
    try (Spool spool = Spool.write(root, body)) {
      Files.move(
          spool.file(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return spool.size();
    }
  }

  /// The file of a document; empty where it is not here.
  public Optional<Path> find(AccountId account, String bucket, String key) {
    Path file = path(account, bucket, key);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  private Path path(AccountId account, String bucket, String key) {
    Path path = root.resolve(account.value()).resolve(FileName.of(bucket));
    for (String segment : key.split("/", -1)) {
      path = path.resolve(FileName.of(segment));
    }
    return path;
  }
}
