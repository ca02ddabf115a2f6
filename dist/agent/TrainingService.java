import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What the agent talks to while its AOT cache is made: it lets any agent in, takes whatever is
/// handed in, and forgets it. `build` runs it for a few seconds, on the loopback address.
public final class TrainingService {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/assay/agents",
          """
          {"agentId": "agent-training", "resourceId": "training",
           "accessKeyId": "AKIATRAININGTRAINING",
           "secretAccessKey": "training-training-training-training-training"}
          """,
          "/assay/heartbeats",
          """
          {"heartbeatSeconds": 60, "schedules": [], "runs": []}
          """,
          "/assay/evidence",
          """
          {"status": "ACCEPTED", "resourceId": "training"}
          """);

  private TrainingService() {}

  /// Writes the agent's token and settings into a directory that holds `service.p12`, and serves.
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Path directory = Path.of(arguments[0]);
    char[] password = arguments[1].toCharArray();
    KeyStore keys = KeyStore.getInstance(directory.resolve("service.p12").toFile(), password);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys, password)));
    ANSWERS.forEach(
        (path, answer) ->
            server.createContext(
                path,
                exchange -> {
                  exchange.getRequestBody().readAllBytes();
                  byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                  exchange.getResponseHeaders().set("content-type", "application/json");
                  exchange.sendResponseHeaders(200, body.length);
                  exchange.getResponseBody().write(body);
                  exchange.close();
                }));
    server.start();
    Files.writeString(directory.resolve("token"), token(keys));
    Files.writeString(
        directory.resolve("agent.conf"),
        "server = https://localhost:" + server.getAddress().getPort() + "\n");
  }

  private static SSLContext context(KeyStore keys, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static String token(KeyStore keys) throws GeneralSecurityException {
    byte[] certificate = keys.getCertificate("service").getEncoded();
    String json =
        """
        {"id": "AKIATRAININGTRAINING", "secret": "training", "region": "us-east-1", "ca": "%s"}
        """
            .formatted(
                HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate)));
    return "assay-enrol-v1."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
