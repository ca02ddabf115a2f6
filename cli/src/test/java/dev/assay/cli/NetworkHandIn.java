package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `assay network --submit` in a process of its own, with a server's first credentials.
///
/// @param directory what the server was started in
record NetworkHandIn(String url, Path directory) {

  record Said(int exitCode, String complaints) {}

  Said submit(Path snapshot, String network) throws IOException, InterruptedException {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder command =
        ServedProcess.forked(
            "network", snapshot.toString(), "--submit", url, "--resource", network);
    command
        .environment()
        .put("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("data/admin-credentials").toString());
    command.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    command.environment().keySet().removeIf(key -> key.startsWith("AWS_ACCESS"));
    Process process =
        command
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
    return new Said(process.waitFor(), Files.readString(complaints));
  }
}
