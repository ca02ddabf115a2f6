package dev.assay.server;

import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.server.setting.InvalidSettingException;
import dev.assay.server.setting.ServerSettings;
import dev.assay.server.tls.PrivateFile;
import dev.assay.store.identity.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server's own files beside the database.
final class DataDirectory {
  private final Path path;

  private DataDirectory(Path path) {
    this.path = path;
  }

  /// Opens it, or makes it.
  static DataDirectory open(Path path) {
    try {
      PrivateFile.makeDirectory(path);
    } catch (IOException failure) {
      throw new InvalidSettingException("--data: " + path + " cannot be made: " + failure);
    }
    if (!Files.isWritable(path)) {
      throw new InvalidSettingException("--data: " + path + " cannot be written to");
    }
    return new DataDirectory(path);
  }

  Path path() {
    return path;
  }

  /// The master key: given, or kept here and made at first start.
  MasterKey masterKey(ServerSettings settings) throws IOException {
    if (settings.masterKey().isPresent()) {
      return parse("ASSAY_MASTER_KEY", settings.masterKey().get());
    }
    if (settings.masterKeyFile().isPresent()) {
      Path file = settings.masterKeyFile().get();
      if (!Files.isReadable(file)) {
        throw new InvalidSettingException("--master-key-file: " + file + " cannot be read");
      }
      return parse("--master-key-file: " + file, Files.readString(file));
    }
    Path kept = path.resolve("master-key");
    if (!Files.exists(kept)) {
      PrivateFile.write(kept, MasterKey.generate() + "\n");
    }
    return parse(kept.toString(), Files.readString(kept));
  }

  private static MasterKey parse(String origin, String text) {
    try {
      return MasterKey.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSettingException(origin + ": " + wrong.getMessage());
    }
  }

  Path credentialsFile() {
    return path.resolve("admin-credentials");
  }

  /// Writes an administrator's key in the format of AWS's shared credentials file.
  void writeCredentials(NewAccessKey key) throws IOException {
    PrivateFile.write(
        credentialsFile(),
        """
        [default]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        """
            .formatted(key.key().id(), key.secret().reveal()));
  }
}
