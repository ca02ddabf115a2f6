package dev.assay.cli;

import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.NetworkConfiguration;
import dev.assay.awsapi.assay.NetworkFile;
import dev.assay.awsapi.assay.NotEvaluated;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Hands a snapshot in, and says what became of it on standard error. A snapshot of which a file
/// cannot be read is not handed in: what it lacks would stay in doubt.
final class NetworkSubmission {
  private final Terminal terminal;
  private final EvidenceClient client;
  private final String network;

  NetworkSubmission(Terminal terminal, String url, String network) {
    this.terminal = terminal;
    this.client = new EvidenceClient(url, new AwsEnvironment(System.getenv()));
    this.network = network;
  }

  void handIn(SortedMap<String, Path> files) throws IOException {
    MessageDigest digest = Sha256.begin();
    List<NetworkFile> documents = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      byte[] content = Files.readAllBytes(file.getValue());
      part(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
      part(digest, content);
      documents.add(new NetworkFile(file.getKey(), json(file.getKey(), content)));
    }
    SubmitEvidenceResponse response =
        client.submit(
            network,
            new NetworkConfiguration(documents),
            "sha256:" + HexFormat.of().formatHex(digest.digest()));
    terminal.error("assay: " + network + ": " + words(response));
    List<NotEvaluated> gaps = response.notEvaluated();
    if (gaps != null) {
      NetworkGaps.lines(gaps).forEach(line -> terminal.error("assay: " + network + ": " + line));
    }
  }

  private static String words(SubmitEvidenceResponse response) {
    return response.status().equals(EvidenceStatus.UNCHANGED)
        ? "nothing has changed since it was last handed in"
        : "handed in; open findings: " + response.openFindings();
  }

  private static Json json(String name, byte[] content) {
    try {
      return JsonReader.read(content);
    } catch (RuntimeException malformed) {
      throw new InputException(
          "--submit: " + name + " is not whole JSON: " + malformed.getMessage(), malformed);
    }
  }

  /// With its length before it, so that no two lists of files have the same hash.
  private static void part(MessageDigest digest, byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }
}
